// oidc-provider, a certified OpenID Connect server, unmodified: people sign in there and come here as themselves.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { freePort } from './landscape.js';

const SECRET = 'a secret/with+signs';
const groups = { ada: ['viewers'], grace: [] };
const ends = [];
let url;
let provider;
let first;

const key = (kid, type, options, alg) => ({ ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg });

/** A provider that tells claims in the id token, as most do, and signs as it is told. */
function oidc(issuer, alg, jwks) {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'rope:way',
        client_secret: SECRET,
        redirect_uris: [`${url}/sign-in/sap.custom/callback`],
        id_token_signed_response_alg: alg,
      },
    ],
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256'] },
    cookies: { keys: ['only for tests'] },
    jwks: { keys: jwks },
    pkce: { required: () => true, methods: ['S256'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@corp.example`, email_verified: true, given_name: id, family_name: 'Corp', groups: groups[id] ?? [] }),
    }),
  });
}

before(async () => {
  url = `http://127.0.0.1:${await freePort()}`;
  const server = createServer((...call) => provider(...call));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  ends.push(() => new Promise((closed) => server.close(closed).closeAllConnections()));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const keys = [key('r', 'rsa', { modulusLength: 2048 }, 'RS256')];
  provider = oidc(issuer, 'RS256', keys).callback();
  await ropeway(issuer);
});

after(async () => {
  for (const end of ends.reverse()) await end();
});

async function ropeway(issuer) {
  const home = await mkdtemp(path.join(tmpdir(), 'ropeway-sso-'));
  const config = path.join(home, 'ropeway.toml');
  await writeFile(
    config,
    `[server]
listen = "${new URL(url).host}"
[store]
data = "${home}/data"
[security]
allow_private_targets = true
[identity_provider.corp]
origin = "sap.custom"
issuer = "${issuer}"
client_id = "rope:way"
client_secret = "${SECRET}"
role_collections = [{ group = "viewers", subaccount = "dev", role_collection = "Subaccount Viewer" }]
`,
  );
  const server = spawn(process.env.ROPEWAY_BIN, ['--config', config, 'serve'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk) => (said += chunk));
  const gone = new Promise((resolve) => server.once('exit', resolve));
  ends.push(async () => {
    server.kill('SIGTERM');
    await gone;
    await rm(home, { recursive: true, force: true });
  });
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) break;
    if (tries > 200 || server.exitCode !== null) throw new Error(`the server did not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  first = JSON.parse(await readFile(path.join(home, 'data', 'first-start.json')));
  const made = await call(await token(first.globalAccount.subdomain), 'POST', '/api/v1/accounts/subaccounts', { displayName: 'dev', subdomain: 'dev', region: 'eu10' });
  assert.equal(made.status, 201, await made.text());
}

async function token(zone) {
  const { userName: username, password } = first.administrator;
  const answer = await fetch(`${url}/uaa/${zone}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('ropeway:')}` },
    body: new URLSearchParams({ grant_type: 'password', username, password }),
  });
  return (await answer.json()).access_token;
}

const call = (bearer, method, to, body) =>
  fetch(url + to, { method, headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) });

/** A browser without script: it keeps cookies, follows redirects and fills in forms. */
class Browser {
  cookies = new Map();

  async go(to, form) {
    let answer;
    for (let hops = 0; to && hops < 20; hops += 1) {
      const { origin } = new URL(to);
      const cookie = [...this.cookies].filter(([name]) => name.startsWith(origin)).map(([name, value]) => `${name.slice(origin.length + 1)}=${value}`);
      answer = await fetch(to, { method: form ? 'POST' : 'GET', body: form, redirect: 'manual', headers: { cookie: cookie.join('; '), accept: 'text/html' } });
      for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0].split(/=(.*)/s);
        this.cookies.set(`${origin} ${name}`, value);
      }
      const next = answer.headers.get('location');
      [this.at, form] = [to, undefined];
      to = next && new URL(next, to).href;
      // What the page itself shows is of no interest here.
      if (to === `${url}/profile`) {
        this.at = to;
        break;
      }
    }
    return answer;
  }

  /** Signs in at the provider's own forms; answers the last page. */
  async signIn(name) {
    let answer = await this.go(`${url}/sign-in/sap.custom?next=/profile`);
    for (let forms = 0; forms < 4 && this.at.includes('/interaction/'); forms += 1) {
      const text = await answer.text();
      const action = /action="([^"]+)"/.exec(text)[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(text)[1];
      answer = await this.go(action, new URLSearchParams({ prompt, login: name, password: 'any' }));
    }
    return answer;
  }

  session() {
    const cookie = [...this.cookies].filter(([name]) => name.startsWith(url)).map(([name, value]) => `${name.split(' ')[1]}=${value}`);
    return fetch(`${url}/api/v1/session`, { headers: { cookie: cookie.join('; ') } });
  }
}

async function signedIn(name) {
  const browser = new Browser();
  const answer = await browser.signIn(name);
  assert.equal(browser.at, `${url}/profile`, `${answer.status} ${await answer.text()}`);
  return (await browser.session()).json();
}

test('somebody who signs in there for the first time is made here, with the roles of his groups', async () => {
  const me = await signedIn('ada');
  assert.deepEqual([me.user.name, me.user.givenName], ['ada@corp.example', 'ada']);
  assert.deepEqual(me.subaccounts.map(({ subdomain, roleCollections }) => [subdomain, roleCollections]), [['dev', ['Subaccount Viewer']]]);
  assert.deepEqual((await signedIn('grace')).subaccounts, []);
});

test('a group that is gone takes its roles with it', async () => {
  groups.ada = [];
  assert.deepEqual((await signedIn('ada')).subaccounts, []);
  groups.ada = ['viewers'];
  assert.equal((await signedIn('ada')).subaccounts.length, 1);
});

test('who breaks it off is told so', async () => {
  const browser = new Browser();
  const answer = await browser.go(`${url}/sign-in/sap.custom`);
  const abort = /href="([^"]+\/abort)"/.exec(await answer.text())[1];
  const back = await browser.go(abort);
  assert.equal(back.status, 400);
  assert.match(await back.text(), /access_denied/);
  assert.equal((await browser.session()).status, 401);
});

test('the check finds nothing wrong', async () => {
  const answer = await call(await token('dev'), 'POST', '/api/v1/subaccounts/dev/trust/sap.custom/check');
  const { steps } = await answer.json();
  assert.deepEqual(steps.filter(({ severity }) => severity !== 'success'), []);
  assert.equal(steps.length, 5);
});
