// An identity provider of a company, as small as one can be: a page where somebody says who he is, and the OpenID Connect
// around it. Whoever comes is believed; what counts is what the server makes of it.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const SECRET = 'only for tests';

/** Starts one on a free port; `people` says who is in which groups, and may change. */
export async function identityProvider(ends, people) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, issuer);
    let body = '';
    for await (const chunk of request) body += chunk;
    const json = (value, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(metadata(issuer));
      case '/jwks':
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] });
      case '/authorize':
        return response.writeHead(200, { 'content-type': 'text/html' }).end(page(url.searchParams));
      case '/enter': {
        const { name, ...asked } = Object.fromEntries(new URLSearchParams(body));
        const code = randomUUID();
        codes.set(code, { name, asked });
        const back = new URL(asked.redirect_uri);
        back.search = new URLSearchParams({ code, state: asked.state });
        return response.writeHead(303, { location: back.href }).end();
      }
      case '/token': {
        const form = new URLSearchParams(body);
        const drawn = codes.get(form.get('code'));
        codes.delete(form.get('code'));
        const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
        if (drawn?.asked.code_challenge !== challenge) return json({ error: 'invalid_grant' }, 400);
        return json({ access_token: 'a', token_type: 'Bearer', id_token: idToken(issuer, drawn, people, privateKey) });
      }
      default:
        return json({}, 404);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  ends.push(() => new Promise((closed) => server.close(closed).closeAllConnections()));
  return issuer;
}

/** The section of the configuration that trusts it. */
export const trusting = (issuer) => `
[security]
allow_private_targets = true
[identity_provider.corp]
origin = "sap.custom"
display_name = "Example Corp"
issuer = "${issuer}"
client_id = "ropeway"
client_secret = "${SECRET}"
role_collections = [
    { group = "transport-viewers", subaccount = "alm", role_collection = "TMS_Viewer_RC" },
    { group = "administrators", subaccount = "alm", role_collection = "Subaccount Administrator" },
    { group = "auditors", subaccount = "alm", role_collection = "Nobody made this one" },
]
`;

const metadata = (issuer) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  code_challenge_methods_supported: ['S256'],
  id_token_signing_alg_values_supported: ['RS256'],
});

const page = (asked) => `<!doctype html><title>Example Corp</title><h1>Example Corp</h1><form method="post" action="/enter">
${[...asked].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('\n')}
<label for="name">Your name</label> <input id="name" name="name" required> <button>Come in</button></form>`;

function idToken(issuer, { name, asked }, people, key) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: asked.client_id, sub: name, nonce: asked.nonce, iat: now, exp: now + 300 };
  const told = { email: `${name}@corp.example`, email_verified: true, given_name: name, family_name: 'Corp', groups: people[name] ?? [] };
  const parts = [{ alg: 'RS256', kid: 'k1' }, { ...claims, ...told }];
  const message = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${message}.${sign('sha256', Buffer.from(message), key).toString('base64url')}`;
}
