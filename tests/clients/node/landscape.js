// A landscape of the real binary: starts `ropeway guide run --keep`, waits until it is finished, and ends it.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PATIENCE = 60_000;

export async function start({ tls = false } = {}) {
  const binary = process.env.ROPEWAY_BIN;
  if (!binary) throw new Error('ROPEWAY_BIN must name the ropeway binary');
  const home = await mkdtemp(path.join(tmpdir(), 'ropeway-node-'));
  const [data, out] = [path.join(home, 'data'), path.join(home, 'out')];
  const listen = `127.0.0.1:${await freePort()}`;
  const args = ['guide', 'run', '--keep', '--listen', listen, '--data', data, '--out', out, ...(tls ? ['--tls-dev'] : [])];
  const server = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = record(server);
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
    }
    await rm(home, { recursive: true, force: true });
  };
  try {
    await finished(server, said);
    const landscape = JSON.parse(await readFile(path.join(out, 'landscape.json')));
    return { landscape, keys: await readKeys(out), ca: path.join(data, 'dev-ca.pem'), url: landscape.publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything the server prints, for the message when it does not come up. */
function record(server) {
  const said = { text: '' };
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said.text += chunk));
  return said;
}

/** The line for programs comes when everything is done and written. */
function finished(server, said) {
  return new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`${what}:\n${said.text}`));
    const patience = setTimeout(() => fail(`no landscape after ${PATIENCE / 1000} s`), PATIENCE);
    const look = () => said.text.includes('the landscape runs at') && resolve();
    for (const stream of [server.stdout, server.stderr]) stream.on('data', look);
    server.once('exit', (code) => fail(`ropeway ended with ${code}`));
    server.once('exit', () => clearTimeout(patience));
    look();
    patience.unref();
  });
}

async function readKeys(out) {
  const folder = path.join(out, 'keys');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const read = async (name) => [path.basename(name, '.json'), JSON.parse(await readFile(path.join(folder, name)))];
  return Object.fromEntries(await Promise.all(names.map(read)));
}

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The client credentials of a key, whatever its shape: `uaa`, `oauth`, or flat. */
export function clientOf(key) {
  const at = key.uaa ?? key.oauth ?? key;
  const base = at.tokenurl ?? `${at.url}/oauth/token`;
  return { clientid: at.clientid, clientsecret: at.clientsecret, tokenUrl: base };
}

/** A token by client_credentials, as most scripts fetch it. */
export async function token(key) {
  const { clientid, clientsecret, tokenUrl } = clientOf(key);
  const headers = { authorization: `Basic ${Buffer.from(`${clientid}:${clientsecret}`).toString('base64')}` };
  const answer = await fetch(tokenUrl, { method: 'POST', headers, body: new URLSearchParams({ grant_type: 'client_credentials' }) });
  if (answer.status !== 200) throw new Error(`${tokenUrl} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).access_token;
}
