import { beforeAll, expect, test } from 'vitest';
import { language, loadTexts } from '~/text';
import { sizeText } from './Size';
import { stateText } from './StatusBadge';
import { duration, shortTime } from './Time';
import { STATES, type Kind } from './status';

beforeAll(async () => {
  language.set('en');
  await loadTexts('en');
});

test('sizes', () => {
  expect([0, 1, 999, 1_500, 999_600, 12_345_678].map(sizeText)).toEqual(['0 bytes', '1 byte', '999 bytes', '1.5 kB', '1 MB', '12.3 MB']);
});

test('spans', () => {
  expect([0, 900, 61_000, 3_725_000].map(duration)).toEqual(['0 sec', '1 sec', '1 min 1 sec', '1 hr 2 min']);
});

test('an instant is as short as it can be', () => {
  const now = new Date(2026, 10, 28, 12);
  const at = (...parts: [number, number, number, number, number]) => shortTime(new Date(...parts).toISOString(), now);
  expect(at(2026, 10, 28, 9, 5)).toMatch(/^09:05/);
  expect(at(2026, 9, 3, 9, 5)).toMatch(/Oct/);
  expect(at(2024, 9, 3, 9, 5)).toContain('2024');
});

test('every state has its word', () => {
  for (const kind of Object.keys(STATES) as Kind[]) {
    for (const state of Object.keys(STATES[kind])) expect(stateText(kind, state)).not.toContain('status.');
  }
});
