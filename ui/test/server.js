// The binary with the guide's landscape, and a browser: what every journey begins with.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const BINARY = process.env.ROPEWAY_BIN ?? '../target/debug/ropeway';
const BROWSER = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** Starts the landscape on a free port, with more of configuration if need be; how to end it is added to `ends`. */
export async function landscape(ends, configuration = '') {
  const folder = await mkdtemp(join(tmpdir(), 'ropeway-page-'));
  const out = join(folder, 'landscape');
  const config = join(folder, 'ropeway.toml');
  await writeFile(config, configuration);
  const args = ['--config', config, 'guide', 'run', '--keep', '--out', out, '--listen', '127.0.0.1:0', '--data', join(folder, 'data')];
  const server = spawn(BINARY, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  ends.push(async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  const url = await started(server);
  const { people } = JSON.parse(await readFile(join(out, 'landscape.json'), 'utf8'));
  return { url, person: (role) => people.find((one) => one.role === role) };
}

/** The line that says that keys and people are written. */
async function started(server) {
  const lines = [];
  for await (const line of createInterface({ input: server.stderr })) {
    lines.push(line);
    const address = /^the landscape runs at (\S+);/.exec(line)?.[1];
    if (address) {
      server.stderr.resume();
      return address;
    }
  }
  throw new Error(`the landscape did not start:\n${lines.join('\n')}`);
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
