// A token service that others run: client-credential tokens, freshly signed with RS256, one process per core.
// Called as `node tokens.js PORT`; it ends when its standard input does.
import cluster from 'node:cluster';
import { generateKeyPairSync } from 'node:crypto';
import { availableParallelism } from 'node:os';
import Provider from 'oidc-provider';

const port = Number(process.argv[2]);

if (cluster.isPrimary) {
  for (let worker = 0; worker < availableParallelism(); worker += 1) cluster.fork();
  process.stdin.on('end', () => process.exit(0)).resume();
} else {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: String(process.pid) };
  const server = {
    scope: 'api', audience: 'urn:bench', accessTokenTTL: 43_200, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } },
  };
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{
      client_id: 'bench', client_secret: 'bench-secret', grant_types: ['client_credentials'],
      redirect_uris: [], response_types: [], token_endpoint_auth_method: 'client_secret_post',
    }],
    jwks: { keys: [key] },
    scopes: ['api'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true, defaultResource: () => 'urn:bench', useGrantedResource: () => true,
        getResourceServerInfo: () => server,
      },
    },
  });
  provider.listen(port, '127.0.0.1');
}
