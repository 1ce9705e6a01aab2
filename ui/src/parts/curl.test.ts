import { expect, test } from 'vitest';
import { curlOf } from './curl';

test('a read', () => {
  expect(curlOf({ url: '/api/v1/x?a=1' }, 'http://r')).toBe(
    `curl --fail-with-body 'http://r/api/v1/x?a=1' -H "Authorization: Bearer $TOKEN"`,
  );
});

test('a body keeps its quotes', () => {
  const text = curlOf({ method: 'POST', url: '/n', body: { name: "it's" } }, '');
  expect(text).toContain(`-d '{"name":"it'\\''s"}'`);
  expect(text).not.toContain('-X');
});

test('what takes no body names its method', () => {
  expect(curlOf({ method: 'DELETE', url: '/n' }, '')).toContain('-X DELETE');
});

test('a file is the body', () => {
  const text = curlOf({ method: 'POST', url: '/u', file: 'a b.mtar' }, '');
  expect(text).toContain(`--data-binary '@a b.mtar'`);
  expect(text).not.toContain('-X');
});
