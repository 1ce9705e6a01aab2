// The calls of Piper's tmsUpload and tmsExport, byte for byte as its client makes them, with the keys of the guide.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { start, token } from './landscape.js';
import { mtar } from './mtar.js';

let ground;
let base; // of the transport service
let nodes; // ids by name

before(async () => {
  ground = await start();
  base = ground.keys.transport.uri;
  await prepare();
});

after(async () => {
  await ground?.stop();
});

/** Two virtual nodes of our own, so that nothing of the guide's is disturbed. */
async function prepare() {
  const headers = { authorization: `Bearer ${await token(ground.keys.transport)}`, 'content-type': 'application/json' };
  const post = async (path, body) => {
    const answer = await fetch(`${base}/v2/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.equal(Math.trunc(answer.status / 100), 2, await answer.clone().text());
    return answer.json();
  };
  const node = (name) => post('nodes', { name, description: name, uploadAllowed: true, forwardMode: 'AUTO', virtual: true, targets: [] });
  const [source, target] = [await node('PIPER_DEV'), await node('PIPER_QA')];
  await post('routes', { name: 'PIPER', sourceNodeId: source.id, targetNodeId: target.id });
  nodes = { PIPER_DEV: source.id, PIPER_QA: target.id };
}

/** Trailing slash, grant in the query, another grant in the body, Basic authentication: the query wins. */
async function piperToken({ url, clientid, clientsecret }) {
  const address = `${url}/oauth/token/?grant_type=client_credentials&response_type=token`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientid}:${clientsecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'password', username: clientid, password: clientsecret }).toString(),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  const body = await answer.json();
  assert.equal(body.token_type, 'bearer');
  assert.equal(typeof body.expires_in, 'number');
  const claims = JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url'));
  assert.equal(claims.grant_type, 'client_credentials');
  return `${body.token_type} ${body.access_token}`;
}

/** Go's multipart writer: quoted boundary in the header, the path of the file as its name. */
async function upload(service, authorization, content, { namedUser = 'Piper-Pipeline', first = 'file' } = {}) {
  const fileName = 'target/shop.mtar';
  const boundary = createHash('sha256').update(fileName).digest('hex').slice(0, 60);
  const part = (head, body) => [`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`, body, '\r\n'];
  const file = part(`name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream`, content);
  const user = part('name="namedUser"', namedUser);
  const parts = [...(first === 'file' ? [file, user] : [user, file]), [`--${boundary}--\r\n`]];
  const answer = await fetch(`${service}/v2/files/upload`, {
    method: 'POST',
    headers: { authorization, 'content-type': `multipart/form-data; boundary="${boundary}"` },
    body: Buffer.concat(parts.flat().map((piece) => Buffer.from(piece))),
  });
  return { status: answer.status, body: await answer.json() };
}

async function hand(service, authorization, operation, request) {
  const answer = await fetch(`${service}/v2/nodes/${operation}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return { status: answer.status, body: await answer.json() };
}

const request = (nodeName, uri) => ({
  contentType: 'MTA', storageType: 'FILE', nodeName, description: 'Created by Piper', namedUser: 'Piper-Pipeline', entries: [{ uri: String(uri) }],
});

async function queue(nodeId) {
  const authorization = `Bearer ${await token(ground.keys['transport-operator'])}`;
  const answer = await fetch(`${base}/v2/nodes/${nodeId}/transportRequests?status=in%2cre`, { headers: { authorization } });
  assert.equal(answer.status, 200);
  return (await answer.json()).transportRequests;
}

test('tmsUpload with an export key: the request waits in the named node', async () => {
  const authorization = await piperToken(ground.keys['transport-export'].uaa);
  const file = await upload(base, authorization, mtar('upload'));
  assert.equal(file.status, 201);
  assert.equal(file.body.fileName, 'shop.mtar');
  assert.equal(typeof file.body.fileId, 'number');
  const made = await hand(base, authorization, 'upload', request('PIPER_DEV', file.body.fileId));
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.equal(made.body.transportRequestDescription, 'Created by Piper');
  assert.deepEqual(made.body.queueEntries.map((entry) => [entry.nodeId, entry.nodeName]), [[nodes.PIPER_DEV, 'PIPER_DEV']]);
  assert.equal(typeof made.body.queueEntries[0].queueId, 'number');
  const waits = await queue(nodes.PIPER_DEV);
  assert.ok(waits.some((one) => one.id === made.body.transportRequestId && one.status === 'initial'), JSON.stringify(waits));
});

test('tmsExport: the request waits in the successor of the named node', async () => {
  const authorization = await piperToken(ground.keys.transport.uaa);
  const file = await upload(base, authorization, mtar('export'), { first: 'namedUser', namedUser: '' });
  assert.equal(file.status, 201);
  const made = await hand(base, authorization, 'export', request('PIPER_DEV', file.body.fileId));
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.deepEqual(made.body.queueEntries.map((entry) => entry.nodeName), ['PIPER_QA']);
});

test('a Cloud ALM key has no uri: tmsExport goes through the pass-through', async () => {
  const key = ground.keys['calm-api'];
  const service = `${key.endpoints.Api}/imp-cdm-transport-management-api/v1`;
  const authorization = await piperToken(key.uaa);
  const file = await upload(service, authorization, mtar('alm'));
  assert.equal(file.status, 201);
  const made = await hand(service, authorization, 'export', request('PIPER_DEV', file.body.fileId));
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.deepEqual(made.body.queueEntries.map((entry) => entry.nodeName), ['PIPER_QA']);
});

test('an extension descriptor is bound as tmsUpload binds it, and found literally', async () => {
  const authorization = await piperToken(ground.keys.transport.uaa);
  // A node that deploys MTAs; a virtual one takes no descriptors.
  const { id: node } = ground.landscape.nodes.find((one) => one.name === 'TEST');
  const url = `${base}/v2/nodes/${node}/mtaExtDescriptors`;
  const send = (method, address, version) => {
    const form = new FormData();
    const text = '_schema-version: "3.1"\nID: shop.ext\nextends: shop\n';
    form.set('file', new Blob([text], { type: 'text/yaml' }), 'shop.mtaext');
    form.set('mtaVersion', version);
    form.set('description', 'Created by Piper');
    return fetch(address, { method, headers: { authorization, 'tms-named-user': 'Piper-Pipeline' }, body: form });
  };
  const made = await send('POST', url, '*');
  assert.equal(made.status, 201, await made.clone().text());
  const { id } = await made.json();
  const seen = async (version) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${url}?mtaId=shop&mtaVersion=${version}`, { headers });
    assert.equal(answer.status, 200);
    return (await answer.json()).mtaExtDescriptors.map((one) => one.id);
  };
  assert.deepEqual(await seen('*'), [id]);
  assert.deepEqual(await seen('1.0.0'), []);
  assert.equal((await send('POST', url, '*')).status, 422);
  assert.equal((await send('PUT', `${url}/${id}`, '*')).status, 200);
});

test('an operator key may not export, and the answer says so', async () => {
  const authorization = await piperToken(ground.keys['transport-operator'].uaa);
  assert.equal((await upload(base, authorization, mtar('refused'))).status, 403);
});
