import { expect, it } from 'vitest';
import { pageOf } from './data';

it('hands out a long list page by page, by the row before', () => {
  const all = Array.from({ length: 120 }, (_, index) => ({ id: index * 3 }));
  const seen = [];
  let after: string | undefined;
  do {
    const { items, next } = pageOf(all, after);
    expect(items.length).toBeLessThanOrEqual(50);
    seen.push(...items);
    after = next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(all);
  expect(pageOf([], undefined)).toEqual({ items: [], next: null });
});
