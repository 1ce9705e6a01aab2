import { expect, test } from 'vitest';
import { ifMatch, rebased } from './draft';

test('what I changed stays, what the other one changed comes along', () => {
  const before = { name: 'TEST', description: '', tags: 'a' };
  expect(rebased({ ...before, name: 'QA' }, before, { name: 'TEST', description: 'of Ada', tags: 'a, b' })).toEqual({
    name: 'QA',
    description: 'of Ada',
    tags: 'a, b',
  });
});

test('what both changed stays mine', () => {
  expect(rebased({ name: 'mine' }, { name: 'old' }, { name: 'theirs' })).toEqual({ name: 'mine' });
});

test('a version goes along in quotes', () => {
  expect(ifMatch('7')).toEqual({ 'If-Match': '"7"' });
  expect(ifMatch(undefined)).toEqual({ 'If-Match': undefined });
});
