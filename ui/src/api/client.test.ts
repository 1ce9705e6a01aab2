import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadTexts } from '~/text';
import { client, setCsrfToken, tagged, value } from './client';
import { Problem } from './problem';

const asked: Request[] = [];
const answers = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request);
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } }));
  });
const thrown = (call: Promise<unknown>) => call.then(() => undefined, (problem: Problem) => problem);

beforeEach(() => loadTexts('en'));
afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

test('writes bear the token, reads do not', async () => {
  setCsrfToken('secret');
  answers(200, {});
  await client.GET('/api/v1/session');
  await client.DELETE('/api/v1/session');
  expect(asked.map((request) => request.headers.get('x-csrf-token'))).toEqual([null, 'secret']);
});

test('a refusal is a problem with what to do and the id for the log', async () => {
  answers(403, { error: { code: 'forbidden', message: 'No.', fix: 'Ask.', correlationId: 'c1' } });
  const problem = await thrown(value(client.GET('/api/v1/session')));
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 403, code: 'forbidden', message: 'No.', fix: 'Ask.', correlationId: 'c1' });
});

test('what is no answer of ours is told by its status, and by the id in its head', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502, headers: { 'x-correlation-id': 'c2' } })));
  expect(await thrown(client.GET('/api/v1/session'))).toMatchObject({ status: 502, code: 'http_502', correlationId: 'c2' });
});

test('a server that is not reached is a problem without status', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await thrown(client.GET('/api/v1/session'))).toMatchObject({ status: 0, isOffline: true });
});

test('the tag for the next write comes with the value', async () => {
  answers(200, { version: '1' }, { etag: '"7"' });
  expect(await tagged(client.GET('/api/v1/session'))).toEqual({ value: { version: '1' }, etag: '"7"' });
});
