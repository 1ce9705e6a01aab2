// The binary with the guide's landscape, and a browser: what every journey begins with.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

export const BINARY = process.env.ROPEWAY_BIN ?? '../target/debug/ropeway';
const BROWSER = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** Starts the landscape on a free port, with more of configuration if need be; how to end it is added to `ends`. */
export async function landscape(ends, configuration = '') {
  const folder = await mkdtemp(join(tmpdir(), 'ropeway-page-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const out = join(folder, 'landscape');
  const config = join(folder, 'ropeway.toml');
  await writeFile(config, configuration);
  const args = ['--config', config, 'guide', 'run', '--keep', '--out', out, '--listen', '127.0.0.1:0', '--data', data];
  const { url, stop } = await start(args);
  ends.unshift(stop);
  const { people } = JSON.parse(await readFile(join(out, 'landscape.json'), 'utf8'));
  return { url, data, stop, person: (role) => people.find((one) => one.role === role) };
}

/** Starts the program with these arguments; answers its address, and how to end it. */
export async function start(args) {
  const server = spawn(BINARY, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  return { url: await address(server), stop };
}

/** From the line that says that it serves, and that keys and people are written. */
async function address(server) {
  const lines = [];
  for await (const line of createInterface({ input: server.stderr })) {
    lines.push(line);
    const found = /^(?:the landscape runs|ropeway listens) at ([^\s;]+)/.exec(line)?.[1];
    if (found) {
      server.stderr.resume();
      return found;
    }
  }
  throw new Error(`the server did not start:\n${lines.join('\n')}`);
}

/** A browser of its own, without anybody signed in. */
export async function browser(ends) {
  // In a container there is no sandbox for its processes.
  const started = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  ends.unshift(() => started.close());
  return started;
}

export async function signIn(page, url, person, next = '/') {
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(person.userName);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

/** What the page complained about; the policy's refusals come as errors of the console. */
export function complaints(page) {
  const all = [];
  page.on('pageerror', (error) => all.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && all.push(message.text()));
  return all;
}

/** What has the focus, in the words of a screen reader: through the shadow trees, with what surrounds a checkbox. */
export const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    const words = [];
    while (at) {
      words.push(at.getAttribute('aria-label') ?? '', at.accessibleName ?? '', at === document.body ? '' : (at.textContent ?? ''));
      at = at.shadowRoot?.activeElement;
    }
    const box = document.activeElement?.closest('tr')?.textContent ?? '';
    return [...words, box].map((text) => text.trim().replace(/\s+/g, ' ')).filter(Boolean).join(' | ').slice(0, 400);
  });

/** Presses Tab, or Shift+Tab, until what has the focus is called so; the mouse is not touched. */
export async function tabTo(page, name, tab = 'Tab', most = 120) {
  const passed = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here);
    await page.keyboard.press(tab);
  }
  throw new Error(`the focus never came to ${name}; it was at\n${passed.join('\n')}`);
}

/** Presses it, and does what is written beside it: Enter on a button, Space on a box. */
export async function keyTo(page, name, key = 'Enter', tab = 'Tab') {
  await tabTo(page, name, tab);
  await page.keyboard.press(key);
}

/** Has cpi-dev subscribe to the Content Agent, and somebody administer it; what he may do is believed for half a second. */
export async function subscribeContentAgent(page, user) {
  const statuses = await page.evaluate(async (name) => {
    const { csrfToken, subaccounts } = await (await fetch('/api/v1/session')).json();
    const { id } = subaccounts.find((one) => one.subdomain === 'cpi-dev');
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const send = async (method, path, body) => (await fetch(`/api/v1/${path}`, { method, headers, body: JSON.stringify(body) })).status;
    return [
      await send('PUT', `accounts/subaccounts/${id}/entitlements/content-agent/free`, { enable: true }),
      await send('PUT', 'subaccounts/cpi-dev/subscriptions/content-agent', { plan: 'free' }),
      await send('PUT', `subaccounts/cpi-dev/users/${encodeURIComponent(name)}/role-collections/Content%20Agent%20Admin`),
    ];
  }, user);
  await page.waitForTimeout(600);
  if (statuses.some((status) => status >= 300)) throw new Error(`the Content Agent cannot be subscribed to: ${statuses}`);
}
