import { expect, test } from 'vitest';
import type { Session } from '~/api/session';
import { nextOf, partsOf, placeOf, type Step } from './data';

const step = (number: number, status = 'done', screen = 'landscape', subaccount?: string): Step => ({ number, status, screen, subaccount, actor: 'a', title: 't', saw: 's' });

test('every step is in one part', () => {
  const steps = Array.from({ length: 55 }, (_, number) => step(number, number === 12 ? 'wrong' : 'done'));
  const parts = partsOf(steps);
  expect(parts.flatMap((part) => part.steps.map(({ number }) => number))).toEqual(steps.map(({ number }) => number));
  expect(parts.map((part) => part.steps.length - part.done)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  expect(nextOf(steps)?.number).toBe(12);
  expect(nextOf([step(1)])).toBeUndefined();
});

test('a step leads only to where the person has something to do', () => {
  const session = { subaccounts: [{ id: '1', subdomain: 'alm', displayName: 'ALM', areas: ['transport'], roleCollections: [] }] } as unknown as Session;
  expect(placeOf(step(37, 'done', 'landscape', 'alm'), session)).toBe('/s/alm/transport/landscape');
  expect(placeOf(step(13, 'done', 'destinations', 'alm'), session)).toBeUndefined();
  expect(placeOf(step(37, 'done', 'landscape', 'other'), session)).toBeUndefined();
  expect(placeOf(step(1, 'done', 'unheard', 'alm'), session)).toBeUndefined();
  expect(placeOf(step(0, 'missing', 'subaccounts'), { subaccounts: [] } as unknown as Session)).toBe('/account');
});
