// How the page bears a landscape of 200 nodes with 100,000 requests, and a tenant with 1,000 packages. What each screen
// costs the main thread is told and left in `out/load.json`; what fails is a screen that asks for everything, or row by row.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BINARY, browser, landscape, signIn, start } from './server.js';

const OUT = new URL('../../out/', import.meta.url).pathname;
const REQUESTS = 100_000;
const CHAINS = 40;
const LENGTH = 5;
const PACKAGES = 1_000;
/** What a screen may ask the server at most, however much there is. */
const CALLS = 14;
/** And how much of it may come, as JSON. */
const BYTES = 400_000;

describe('a large landscape', () => {
  const ends = [];
  let at, chromium, page, queue;
  before(async () => {
    const small = await landscape(ends);
    chromium = await browser(ends);
    await small.stop();
    ends.splice(ends.indexOf(small.stop), 1);
    // The server is started anew where it left off, so that people and their passwords are known.
    let server = await start(['serve', '--listen', '127.0.0.1:0', '--data', small.data]);
    const first = await chromium.newPage();
    await signIn(first, server.url, small.person('administrator'));
    queue = await first.evaluate(fill, [CHAINS, LENGTH]);
    await packages(server.url, small.person('developer'));
    await first.close();
    await server.stop();
    const bench = join(dirname(BINARY), 'ropeway-bench');
    execFileSync(bench, ['fill', '--data', small.data, '--subaccount', 'alm', '--node', 'LINE-0-0', '--requests', String(REQUESTS)]);
    server = await start(['serve', '--listen', '127.0.0.1:0', '--data', small.data]);
    ends.unshift(server.stop);
    at = { ...small, url: server.url };
    page = await (await chromium.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await signIn(page, at.url, at.person('administrator'));
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('is shown by a few calls and a page of rows a screen', async (context) => {
    const told = [];
    for (const [screen, updates] of [
      ['/s/alm/home', true],
      ['/s/alm/transport/landscape', true],
      ['/s/alm/transport/landscape?view=table', true],
      [`/s/alm/transport/nodes/${queue}`, true],
      ['/s/alm/transport/requests', true],
      ['/s/alm/transport/actions', true],
      ['/s/alm/change/features', false],
      ['/s/cpi-dev/integration/packages', false],
      ['/s/alm/cockpit/destinations', false],
      ['/guide', false],
    ]) {
      const seen = await measured(page, at.url + screen);
      told.push({ screen: screen.replace(queue, 'LINE-0-0'), ...seen, ...(updates ? await updated(page, queue) : {}) });
      const last = told.at(-1);
      assert.ok(last.calls <= CALLS, `${screen} makes ${last.calls} calls: ${last.paths.join(' ')}`);
      assert.ok(last.largest <= BYTES, `${screen} gets ${last.largest} bytes in one answer`);
    }
    const table = told.map(({ paths, ...row }) => row);
    await mkdir(OUT, { recursive: true });
    await writeFile(join(OUT, 'load.json'), JSON.stringify(table, null, 2));
    for (const row of table) context.diagnostic(JSON.stringify(row));
  });

  it('is paged by key as far as one likes', async () => {
    await page.goto(`${at.url}/s/alm/transport/nodes/${queue}`);
    await page.getByRole('row').nth(50).waitFor();
    const rows = () => page.locator('tbody tr').count();
    const before = await rows();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.waitForFunction((count) => document.querySelectorAll('tbody tr').length > count, before);
    assert.ok((await rows()) <= 3 * before);
  });
});

/** Lines of virtual nodes: made by calls, as anybody would. Answers the first node of the first line. */
async function fill([chains, length]) {
  const { csrfToken } = await (await fetch('/api/v1/session')).json();
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
  const post = async (path, body) => {
    const answer = await fetch(`/api/v1/subaccounts/alm/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  let first;
  for (let chain = 0; chain < chains; chain += 1) {
    let before;
    for (let place = 0; place < length; place += 1) {
      const { id } = await post('nodes', { name: `LINE-${chain}-${place}`, isVirtual: true, uploadAllowed: place === 0 });
      if (before) await post('routes', { name: `R-${chain}-${place}`, source: before, target: id });
      before = id;
      first ??= id;
    }
  }
  return first;
}

/** Packages of the tenant, by its own API. */
async function packages(url, { userName, password }) {
  const login = { method: 'POST', headers: { authorization: `Basic ${btoa('ropeway:')}` }, body: new URLSearchParams({ grant_type: 'password', username: userName, password }) };
  const { access_token: token } = await (await fetch(`${url}/uaa/cpi-dev/oauth/token`, login)).json();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let number = 0; number < PACKAGES; number += 1) {
    const body = JSON.stringify({ Id: `Load${number}`, Name: `Load ${number}`, ShortText: 'One of very many', Version: '1.0.0' });
    const answer = await fetch(`${url}/cpi/cpi-dev/api/v1/IntegrationPackages`, { method: 'POST', headers, body });
    assert.equal(answer.status, 201, await answer.text());
  }
}

/** Opens a screen; what it asked for, and what it cost the main thread. */
async function measured(page, url) {
  const answers = [];
  const heard = (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith('/api/v1/') && pathname !== '/api/v1/events') answers.push(answer);
  };
  page.on('response', heard);
  await page.goto('about:blank');
  const busy = await watch(page);
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.graph')].every((graph) => graph.querySelector('.react-flow__node')));
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  page.off('response', heard);
  const sizes = await Promise.all(answers.map(async (answer) => (await answer.body().catch(() => '')).length));
  const paths = answers.map((answer) => new URL(answer.url()).pathname);
  return { calls: answers.length, largest: Math.max(0, ...sizes), paths, ...(await busy('open')) };
}

/** Something arrives in the queue, as by somebody else; what showing it cost the main thread. */
async function updated(page, node) {
  const busy = await watch(page);
  const status = await page.evaluate(async (id) => {
    const { csrfToken } = await (await fetch('/api/v1/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const body = JSON.stringify({ description: `seen at ${performance.now()}` });
    return (await fetch(`/api/v1/subaccounts/alm/nodes/${id}`, { method: 'PATCH', headers, body })).status;
  }, node);
  assert.equal(status, 200);
  await page.waitForTimeout(1_500);
  return busy('update');
}

/** The main thread's tasks from now on: all of them by the browser's own count, and the longest that the page can see. */
async function watch(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
  const before = await spent();
  await page.addInitScript(observe);
  await page.evaluate(observe);
  return async (what) => {
    const after = await spent();
    const longest = await page.evaluate(() => Math.max(0, ...(window.longTasks ?? [])));
    await session.detach();
    return { [`${what}Ms`]: Math.round(after - before), [`${what}LongestTaskMs`]: Math.round(longest) };
  };
}

function observe() {
  window.longTasks = [];
  window.observer?.disconnect();
  window.observer = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  window.observer.observe({ type: 'longtask' });
}
