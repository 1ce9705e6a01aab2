import { expect, test } from 'vitest';
import { arcsOf } from './ring';

test('parts follow each other around the ring', () => {
  expect(arcsOf({ fatal: 1, succeeded: 3, running: 0 })).toEqual([
    { status: 'succeeded', count: 3, share: 75, offset: 0 },
    { status: 'fatal', count: 1, share: 25, offset: 75 },
  ]);
});

test('nothing is an empty ring', () => {
  expect(arcsOf({})).toEqual([]);
});
