// @sap-cloud-sdk/connectivity, unmodified: it finds destinations with our destination keys.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { buildHeadersForDestination, getDestination } from '@sap-cloud-sdk/connectivity';
import { start, token } from './landscape.js';

let ground;

before(async () => {
  ground = await start();
});

after(async () => {
  await ground?.stop();
});

/** As in an application that is bound to the destination instance of this key. */
function bind(name) {
  const credentials = ground.keys[name];
  const binding = { name: 'destinations', label: 'destination', plan: 'lite', tags: ['destination'], credentials };
  process.env.VCAP_SERVICES = JSON.stringify({ destination: [binding] });
}

beforeEach(() => bind('destination-dev'));

const find = (destinationName) => getDestination({ destinationName, useCache: false });

test('a destination of the subaccount is found, with a token that works at its URL', async () => {
  const destination = await find('CloudIntegration');
  assert.equal(destination.name, 'CloudIntegration');
  assert.equal(destination.authentication, 'OAuth2ClientCredentials');
  assert.equal(destination.clientId, ground.keys['it-rt-dev'].oauth.clientid);
  const headers = await buildHeadersForDestination(destination);
  assert.match(headers.authorization, /^bearer ey/i);
  const answer = await fetch(`${destination.url}?type=CloudIntegration`, { headers });
  assert.equal(answer.status, 200, await answer.text());
});

test('additional properties come along', async () => {
  const destination = await find('TransportManagementService');
  assert.equal(destination.originalProperties.destinationConfiguration?.sourceSystemId ?? destination.originalProperties.sourceSystemId, 'DEV');
  assert.match(destination.url, /imp-cdm-transport-management-api\/v1$/);
});

test('a destination with user and password carries basic authentication', async () => {
  bind('destination-alm');
  const destination = await find('CPI_TEST_CF');
  const user = ground.landscape.people.find((person) => person.role === 'deployUser');
  assert.equal(destination.authentication, 'BasicAuthentication');
  assert.equal(destination.username, user.userName);
  const headers = await buildHeadersForDestination(destination);
  const expected = Buffer.from(`${user.userName}:${user.password}`).toString('base64');
  assert.equal(headers.authorization, `Basic ${expected}`);
});

test('a destination of the instance is found', async () => {
  const key = ground.keys['destination-dev'];
  const headers = { authorization: `Bearer ${await token(key)}`, 'content-type': 'application/json' };
  const body = JSON.stringify({
    Name: 'only-here', Type: 'HTTP', URL: `${ground.url}/healthz`, ProxyType: 'Internet', Authentication: 'NoAuthentication',
  });
  const made = await fetch(`${key.uri}/destination-configuration/v1/instanceDestinations`, { method: 'POST', headers, body });
  assert.equal(made.status, 201, await made.text());
  const destination = await find('only-here');
  assert.equal(destination.url, `${ground.url}/healthz`);
  assert.equal(destination.authentication, 'NoAuthentication');
});

test('a destination of another subaccount is not found', async () => {
  assert.equal(await find('CPI_TEST_CF'), null);
});

test('a destination that does not exist is null', async () => {
  assert.equal(await find('no-such-destination'), null);
});
