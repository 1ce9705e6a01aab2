// Runs @sap/xssec in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts.

import xssec from '@sap/xssec';

const work = {
  async token({ credentials }) {
    const answer = await new xssec.XsuaaService(credentials).fetchClientCredentialsToken();
    return { jwt: answer.access_token, type: answer.token_type };
  },
  async check({ credentials, jwt, scopes }) {
    const service = new xssec.XsuaaService(credentials);
    const context = await xssec.createSecurityContext(service, { jwt });
    const local = Object.fromEntries(scopes.map((scope) => [scope, context.checkLocalScope(scope)]));
    return { local, clientId: context.token.clientId, zone: context.token.payload.zid, subdomain: context.getSubdomain() };
  },
};

process.on('message', async ({ id, call, input }) => {
  const answer = await work[call](input).then(
    (result) => ({ result }),
    (error) => ({ error: error.constructor.name, message: error.message }),
  );
  process.send({ id, ...answer });
});
