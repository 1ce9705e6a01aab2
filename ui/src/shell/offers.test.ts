import { expect, test } from 'vitest';
import { matching } from './offers';

const offers = ['Landscape', 'Transport requests', 'Anträge', 'Requests of mine'].map((title) => ({ title, what: 'Transport', run: () => {} }));
const titles = (text: string) => matching(offers, text).map((offer) => offer.title);

test('every word has to be there, in any order', () => {
  expect(titles('requests tran')).toEqual(['Requests of mine', 'Transport requests']);
  expect(titles('')).toHaveLength(4);
  expect(titles('nothing')).toEqual([]);
});

test('marks over letters do not matter', () => {
  expect(titles('antrage')).toEqual(['Anträge']);
});
