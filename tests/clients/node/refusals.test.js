// A refusal must be readable, also by a client that is still sending a large body when it comes: Node's own http client and
// fetch, unmodified, against paths that refuse before they look at a body.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { start } from './landscape.js';

let ground;

before(async () => {
  ground = await start();
});

after(async () => {
  await ground?.stop();
});

const BODY = Buffer.alloc(6_000_000, 'x');
const REFUSED = [
  ['POST', '/tms/v2/files/upload', 401],
  ['POST', '/tms/v2/nope', 404],
  ['DELETE', '/tms/v2/nodes', 405],
  ['PUT', '/cpi/x/api/1.0/transportmodule/Transport/packages/p', 401],
  ['POST', '/deploy-service/slprot/o/s/slp/services/xs2-deploy/files', 401],
  ['POST', '/cf/v3/service_instances', 401],
  ['POST', '/service-manager/v1/service_instances', 401],
  ['POST', '/content-agent/v1/contentResources/export', 401],
];

/** With a declared length, or in chunks where there is none. */
function sent(method, path, body, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(ground.url + path, { method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode)).on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

for (const [method, path, status] of REFUSED) {
  test(`${method} ${path} with a large body is told ${status}`, async () => {
    assert.equal(await sent(method, path, BODY, { 'content-length': BODY.length }), status);
    assert.equal(await sent(method, path, BODY, { 'transfer-encoding': 'chunked' }), status);
    const answer = await fetch(ground.url + path, { method, body: BODY });
    assert.equal(answer.status, status, await answer.text());
  });
}
