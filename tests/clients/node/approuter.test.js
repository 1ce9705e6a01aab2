// @sap/approuter, unmodified, in front of an application that is bound to an instance of xsuaa: who opens the application
// signs in on our page, and what stands behind it gets his token.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { freePort, start } from './landscape.js';

const ends = [];
let ground, ca, person, router;

before(async () => {
  ground = await start({ tls: true });
  ends.push(() => ground.stop());
  ca = await readFile(ground.ca);
  person = ground.landscape.people.find(({ role }) => role === 'administrator');
  const behind = await backend();
  const port = await freePort();
  router = `http://localhost:${port}`;
  const credentials = await instance(`${router}/login/callback`);
  await approuter(port, credentials, behind);
});

after(async () => {
  for (const end of ends.reverse()) await end();
});

/** What stands behind the router: it says with which token it was called. */
async function backend() {
  const server = http.createServer((request, answer) => {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ url: request.url, authorization: request.headers.authorization }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${server.address().port}`;
}

/** An instance of xsuaa with this redirect address, and its key, as the cockpit makes them. */
async function instance(callback) {
  const basic = Buffer.from('ropeway:').toString('base64');
  const form = new URLSearchParams({ grant_type: 'password', username: person.userName, password: person.password }).toString();
  const login = await call('POST', `${ground.url}/uaa/alm/oauth/token`, { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' }, form);
  const headers = { authorization: `Bearer ${JSON.parse(login.body).access_token}`, 'content-type': 'application/json' };
  const post = async (place, body) => {
    const answer = await call('POST', `${ground.url}/api/v1/subaccounts/alm/${place}`, headers, JSON.stringify(body));
    assert.equal(answer.status, 201, answer.body);
    return JSON.parse(answer.body);
  };
  const parameters = { xsappname: 'behind-the-router', 'tenant-mode': 'dedicated', 'oauth2-configuration': { 'redirect-uris': [callback] } };
  const { id } = await post('instances', { name: 'router', service: 'xsuaa', plan: 'application', parameters });
  const key = await post(`instances/${id}/keys`, { name: 'router', parameters: {} });
  const shown = await call('GET', `${ground.url}/api/v1/subaccounts/alm/instances/${id}/keys/${key.id}/credentials`, headers);
  assert.equal(shown.status, 200, shown.body);
  return JSON.parse(shown.body).credentials ?? JSON.parse(shown.body);
}

async function approuter(port, credentials, behind) {
  const folder = await mkdtemp(path.join(tmpdir(), 'ropeway-approuter-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'resources'));
  const routes = [{ source: '^/app/(.*)$', target: '$1', destination: 'behind', authenticationType: 'xsuaa' }];
  await writeFile(path.join(folder, 'xs-app.json'), JSON.stringify({ authenticationMethod: 'route', logout: { logoutEndpoint: '/do/logout' }, routes }));
  const binding = { name: 'router', label: 'xsuaa', plan: 'application', tags: ['xsuaa'], credentials };
  const env = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: ground.ca,
    // It then sends browsers to the sign-in page by a redirect instead of a script.
    PRESERVE_FRAGMENT: 'false',
    VCAP_SERVICES: JSON.stringify({ xsuaa: [binding] }),
    destinations: JSON.stringify([{ name: 'behind', url: behind, forwardAuthToken: true }]),
  };
  const program = createRequire(import.meta.url).resolve('@sap/approuter/approuter.js');
  const child = spawn(process.execPath, [program, '-w', folder, '-p', String(port)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ends.push(async () => {
    child.kill();
    await ended;
  });
  let said = '';
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        if (said.includes('listening on port')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`the approuter ended with ${code}:\n${said}`)));
  });
}

/** One call, without following anything. */
function call(method, url, headers = {}, body) {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ca }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A browser without script. */
function visitor() {
  const jars = new Map();
  const jarOf = (url) => {
    const { host } = new URL(url);
    if (!jars.has(host)) jars.set(host, new Map());
    return jars.get(host);
  };
  const ask = async (method, url, form) => {
    const jar = jarOf(url);
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    if (form) Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin });
    const answer = await call(method, url, headers, form?.toString());
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    return { ...answer, url };
  };
  const follow = async (answer) => {
    const to = answer.headers.location ?? /http-equiv="refresh" content="0;url=([^"]+)"/.exec(answer.body)?.[1].replaceAll('&amp;', '&');
    return to ? follow(await ask('GET', new URL(to, answer.url).href)) : answer;
  };
  return { get: async (url) => follow(await ask('GET', url)), post: async (url, form) => follow(await ask('POST', url, form)), raw: ask };
}

const claims = (header) => JSON.parse(Buffer.from(header.split('.')[1], 'base64url'));
const hidden = (page, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&');

/** Opens the application; answers what our sign-in page is, and the visitor who sees it. */
async function opened() {
  const browser = visitor();
  const first = await browser.raw('GET', `${router}/app/orders`);
  const authorize = first.headers.location;
  assert.match(authorize, /\/uaa\/alm\/oauth\/authorize\?/);
  return { browser, page: await browser.get(authorize) };
}

test('who opens an application signs in on our page, and what is behind gets his token', async () => {
  const { browser, page } = await opened();
  assert.match(page.body, /name="password"/);
  const form = new URLSearchParams({ next: hidden(page.body, 'next'), username: person.userName, password: person.password });
  await browser.post(new URL('/sign-in', page.url).href, form);
  const seen = await browser.get(`${router}/app/orders`);
  assert.equal(seen.status, 200, seen.body);
  const { url, authorization } = JSON.parse(seen.body);
  assert.equal(url, '/orders');
  assert.equal(claims(authorization).user_name, person.userName);
  assert.match(claims(authorization).cid, /^sb-behind-the-router!/);
});

test('with a wrong password he gets no further', async () => {
  const { browser, page } = await opened();
  const form = new URLSearchParams({ next: hidden(page.body, 'next'), username: person.userName, password: 'wrong' });
  const refused = await browser.post(new URL('/sign-in', page.url).href, form);
  assert.match(refused.body, /name="password"/);
  const again = await browser.raw('GET', `${router}/app/orders`);
  assert.doesNotMatch(again.body, /"authorization":"Bearer/);
});
