import { expect, test } from 'vitest';
import type { Node, Route } from '~/api/landscape';
import { inFlow, pendingOf, shortVersion, type MatrixCell } from './matrix';

const node = (id: number) => ({ id }) as Node;
const route = (source: number, target: number) => ({ source, target }) as Route;

test('nodes stand as requests go through them', () => {
  const order = inFlow([node(3), node(2), node(1), node(9)], [route(1, 2), route(2, 3)]).map(({ id }) => id);
  expect(order).toEqual([1, 2, 3, 9]);
});

test('the time behind the version of a package is left out', () => {
  expect(shortVersion('1.0.3-20261128120000')).toBe('1.0.3');
  expect(shortVersion('1.0.3-SNAPSHOT')).toBe('1.0.3-SNAPSHOT');
});

test('what failed comes first', () => {
  const pending = [
    { status: 'initial', count: 1, request: 1, version: '1' },
    { status: 'repeat', count: 2, request: 2, version: '1' },
    { status: 'fatal', count: 1, request: 3, version: '1' },
  ];
  expect(pendingOf({ pending } as MatrixCell).map(({ kind, count }) => [kind, count])).toEqual([
    ['failed', 1],
    ['waiting', 3],
  ]);
});
