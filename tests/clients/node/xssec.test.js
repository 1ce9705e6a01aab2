// @sap/xssec, unmodified, over https: it fetches tokens with our keys and checks them against our token_keys.

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { after, before, test } from 'node:test';
import { start } from './landscape.js';

let ground;
let worker;
let calls = 0;
const waiting = new Map();

before(async () => {
  ground = await start({ tls: true });
  const file = new URL('./clients/xssec-worker.js', import.meta.url);
  worker = fork(file, { env: { ...process.env, NODE_EXTRA_CA_CERTS: ground.ca }, execArgv: [] });
  worker.on('message', ({ id, ...answer }) => {
    waiting.get(id)(answer);
    waiting.delete(id);
  });
});

after(async () => {
  worker?.kill();
  await ground?.stop();
});

function xssec(call, input) {
  const id = (calls += 1);
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.send({ id, call, input });
  });
}

async function tokenOf(credentials) {
  const { result, error, message } = await xssec('token', { credentials });
  assert.equal(error, undefined, message);
  return result.jwt;
}

/** The block that xssec takes as credentials. */
function uaaOf(name) {
  const key = ground.keys[name];
  assert.ok(key, `the guide writes keys/${name}.json`);
  return key.uaa ?? key;
}

/** What the service itself would be bound to: its own application, whose clones the keys are. */
function application(uaa) {
  const app = uaa.xsappname.split('|').at(-1);
  return { ...uaa, clientid: `sb-${app}`, xsappname: app };
}

/** Key, and local scopes that its token has and has not. */
const KEYS = [
  ['calm-api', ['imp-cdm-feature-display-ui', 'imp-cdm-feature-manage-ui'], ['imp-cdm-Admin']],
  ['transport', ['Display', 'LandscapeManage', 'Export', 'Import', 'TransportManage', 'Admin'], ['Nothing']],
  ['transport-export', ['Export'], ['Import', 'LandscapeManage']],
  ['transport-operator', ['Import', 'TransportManage'], ['Export', 'LandscapeManage']],
  ['content-agent-dev', ['Export', 'Read'], ['Import', 'Admin']],
];

for (const [name, has, hasNot] of KEYS) {
  test(`the token of the key ${name} is accepted by its service and has the scopes of its plan`, async () => {
    const uaa = uaaOf(name);
    const jwt = await tokenOf(uaa);
    const { result, message } = await xssec('check', { credentials: application(uaa), jwt, scopes: [...has, ...hasNot] });
    assert.ok(result, message);
    const expected = Object.fromEntries([...has.map((scope) => [scope, true]), ...hasNot.map((scope) => [scope, false])]);
    assert.deepEqual(result.local, expected);
    assert.equal(result.clientId, uaa.clientid);
    assert.equal(result.zone, uaa.zoneid);
    assert.equal(result.subdomain, uaa.identityzone);
  });
}

for (const name of ['calm-api', 'transport', 'content-agent-dev', 'destination-alm', 'destination-dev', 'cis']) {
  test(`the token of the key ${name} is accepted by its own client`, async () => {
    const uaa = uaaOf(name);
    const { result, message } = await xssec('check', { credentials: uaa, jwt: await tokenOf(uaa), scopes: [] });
    assert.ok(result, message);
    assert.equal(result.clientId, uaa.clientid);
  });
}

for (const name of ['it-rt-dev', 'it-rt-test', 'it-rt-prod']) {
  test(`the token of the key ${name} is accepted by the tenant's application`, async () => {
    const { clientid, clientsecret, tokenurl } = ground.keys[name].oauth;
    const app = clientid.split('|').at(-1);
    const url = tokenurl.replace(/\/oauth\/token$/, '');
    const { uaadomain } = uaaOf('transport');
    const jwt = await tokenOf({ clientid, clientsecret, url, uaadomain, xsappname: app });
    const credentials = { clientid: `sb-${app}`, clientsecret, url, uaadomain, xsappname: app };
    const { result, message } = await xssec('check', { credentials, jwt, scopes: ['WorkspacePackagesRead', 'NodeManager.read'] });
    assert.ok(result, message);
    assert.equal(result.clientId, clientid);
    assert.equal(result.local['NodeManager.read'], false);
  });
}

test('a tampered token is rejected', async () => {
  const uaa = uaaOf('transport');
  const [head, body, signature] = (await tokenOf(uaa)).split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url'));
  claims.scope = [...claims.scope, `${uaa.xsappname.split('|').at(-1)}.Everything`];
  const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  const { error } = await xssec('check', { credentials: application(uaa), jwt: forged, scopes: [] });
  assert.equal(error, 'InvalidTokenSignatureError');
});

test('a token of one service is rejected by another', async () => {
  const jwt = await tokenOf(uaaOf('content-agent-dev'));
  const { error } = await xssec('check', { credentials: application(uaaOf('transport')), jwt, scopes: [] });
  assert.equal(error, 'WrongAudienceError');
});

test('a wrong secret gets no token', async () => {
  const { error } = await xssec('token', { credentials: { ...uaaOf('transport'), clientsecret: 'wrong' } });
  assert.equal(error, 'ResponseError');
});
