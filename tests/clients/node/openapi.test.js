// @apidevtools/swagger-parser and ajv, unmodified: the description of our own API is valid, and real answers are as described.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { start } from './landscape.js';

let ground;
let document;

before(async () => {
  ground = await start();
  document = await (await fetch(`${ground.url}/api/v1/openapi.json`)).json();
});

after(async () => {
  await ground?.stop();
});

test('the document is valid OpenAPI 3.1', async () => {
  const api = await SwaggerParser.validate(structuredClone(document));
  assert.match(api.openapi, /^3\.1\./);
  assert.equal(api.servers[0].url, ground.url);
});

/** A person's token in the zone of a subaccount, as the document says one gets it. */
async function login(role, subaccount) {
  const { userName, password } = ground.landscape.people.find((person) => person.role === role);
  const { subdomain } = ground.landscape.subaccounts.find((one) => one.name === subaccount);
  const headers = { authorization: `Basic ${Buffer.from('ropeway:').toString('base64')}` };
  const body = new URLSearchParams({ grant_type: 'password', username: userName, password });
  const answer = await fetch(`${ground.url}/uaa/${subdomain}/oauth/token`, { method: 'POST', headers, body });
  assert.equal(answer.status, 200);
  return { tenant: subdomain, authorization: `Bearer ${(await answer.json()).access_token}` };
}

/** Calls an operation by its id, and holds the answer against the schema that the document gives for its status. */
async function call(operationId, { authorization, query = '', ...values }, body) {
  const [path, method, operation] = find(operationId);
  const filled = path.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(values[name]));
  const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(document.servers[0].url + filled + query, { method, headers, body: body && JSON.stringify(body) });
  const described = operation.responses[answer.status] ?? operation.responses.default;
  const json = await answer.json();
  const check = validator(described.content['application/json'].schema);
  assert.ok(check(json), `${operationId} ${answer.status}: ${JSON.stringify(check.errors)} in ${JSON.stringify(json)}`);
  return { status: answer.status, json };
}

function find(operationId) {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) if (operation.operationId === operationId) return [path, method.toUpperCase(), operation];
  throw new Error(`no operation ${operationId}`);
}

function validator(schema) {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  // No field that is not described: what is sent is what is documented.
  const closed = structuredClone(document.components.schemas);
  for (const one of Object.values(closed)) one.additionalProperties = false;
  return ajv.compile({ ...schema, components: { schemas: closed } });
}

test('features, their history and transports are as described', async () => {
  const lead = await login('projectLead', 'alm');
  const { json: features } = await call('listFeatures', lead);
  assert.equal(features[0].statusName, 'Deployed');
  const { json: feature } = await call('readFeature', { ...lead, feature: features[0].uuid });
  assert.equal(feature.transports.length, 1);
  const { json: history } = await call('readFeatureHistory', { ...lead, feature: feature.uuid });
  assert.ok(history.length >= 9);
  assert.equal((await call('listTransports', lead)).json.length, 1);
  const { json: projects } = await call('listProjects', lead);
  const made = await call('createFeature', lead, { title: 'Described', projectId: projects[0].id });
  assert.equal(made.status, 201);
  assert.equal((await call('refreshFeature', { ...lead, feature: made.json.uuid })).status, 200);
});

test('checks and transports of a tenant are as described', async () => {
  const developer = await login('developer', 'cpi-dev');
  const [wish, where] = [{ comment: 'as described' }, { ...developer, package: 'OrderIntegration' }];
  const { status, json } = await call('startTransport', where, wish);
  assert.equal(status, 202);
  const { json: activity } = await call('readActivity', { ...developer, id: json.activityId });
  assert.equal(activity.package, 'OrderIntegration');
  const administrator = await login('administrator', 'cpi-dev');
  const { json: lines } = await call('checkConfiguration', administrator);
  assert.ok(lines.length > 3 && lines.every((line) => line.state === 'ok'), JSON.stringify(lines));
  const checked = await call('checkDestination', { ...administrator, subaccount: administrator.tenant, name: 'ContentAssemblyService' });
  assert.equal(checked.json.reachable, true);
});

test('refusals are as described', async () => {
  const lead = await login('projectLead', 'alm');
  assert.equal((await call('readFeature', { ...lead, feature: 'nobody' })).status, 404);
  assert.equal((await call('listFeatures', { ...lead, authorization: 'Bearer x' })).status, 401);
  assert.equal((await call('listTransports', { ...lead, query: '?limit=many' })).status, 400);
  assert.equal((await call('createFeature', lead, { titel: 'wrong' })).status, 400);
  assert.equal((await call('setFeatureStatus', { ...lead, feature: (await call('listFeatures', lead)).json[0].uuid }, { statusCode: 'NONE' })).status, 400);
});
