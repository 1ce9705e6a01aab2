import { expect, it } from 'vitest';
import { keep } from './kept';

it('makes something of each object once, also where that is nothing', () => {
  let made = 0;
  const half = keep(({ of }: { of: number }) => {
    made += 1;
    return of % 2 === 0 ? { is: of / 2 } : null;
  });
  const [four, five] = [{ of: 4 }, { of: 5 }];
  expect(half(four)).toBe(half(four));
  expect([half(five), half(five)]).toEqual([null, null]);
  expect(made).toBe(2);
  expect(half({ of: 4 })).not.toBe(half(four));
});
