import { expect, test } from 'vitest';
import type { Node } from '~/api/landscape';
import { beginOf, periodOf, waitingOf } from './data';

const node = (name: string, counters: Record<string, number>, allowed = true) => ({ name, counters, can: { import: { allowed } } }) as unknown as Node;

test('a period begins at midnight', () => {
  const now = new Date(2026, 10, 28, 15, 30);
  expect(beginOf('today', now)).toBe(new Date(2026, 10, 28).toISOString());
  expect(beginOf('7', now)).toBe(new Date(2026, 10, 22).toISOString());
  expect(beginOf('all', now)).toBe('1970-01-01T00:00:00.000Z');
});

test('an unknown period is a week', () => {
  expect(periodOf('30')).toBe('30');
  expect(periodOf('soon')).toBe('7');
});

test('what failed comes first, and only what I may import', () => {
  const found = waitingOf([node('DEV', { succeeded: 4 }), node('TEST', { initial: 3, repeat: 1 }), node('PROD', { fatal: 1 }), node('OTHER', { initial: 9 }, false)]);
  expect(found.map(({ node: { name }, failed, waiting }) => [name, failed, waiting])).toEqual([
    ['PROD', 1, 0],
    ['TEST', 0, 4],
  ]);
});
