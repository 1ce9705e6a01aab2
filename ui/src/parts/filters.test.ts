import { expect, test } from 'vitest';
import { changedSearch, filterValues, type Filter } from './filters';

const FILTERS: Filter[] = [
  { name: 'text', label: 'Text', kind: 'text' },
  { name: 'status', label: 'Status', kind: 'many', initial: 'initial,running' },
];

test('what the address does not say is initial', () => {
  expect(filterValues(FILTERS, {})).toEqual({ status: 'initial,running' });
  expect(filterValues(FILTERS, { text: 'x', status: 'error' })).toEqual({ text: 'x', status: 'error' });
});

test('an empty filter is not the initial one', () => {
  expect(filterValues(FILTERS, { status: '' })).toEqual({});
  expect(changedSearch({}, FILTERS, { status: '' })).toEqual({ status: '' });
});

test('what is initial is not in the address; what is no filter stays', () => {
  expect(changedSearch({ sort: 'a', status: 'error' }, FILTERS, { status: 'initial,running' })).toEqual({ sort: 'a' });
});
