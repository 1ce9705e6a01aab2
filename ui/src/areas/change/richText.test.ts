import { expect, test } from 'vitest';
import { htmlOf, textOf } from './richText';

test('paragraphs and lines come back as they were written', () => {
  const text = 'Prices < 5 & more\nsecond line\n\nnext paragraph';
  expect(htmlOf(text)).toBe('<p>Prices &lt; 5 &amp; more<br>second line</p><p>next paragraph</p>');
  expect(textOf(htmlOf(text))).toBe(text);
  expect(htmlOf('  ')).toBe('');
});

test('what plain text would lose stays HTML', () => {
  expect(textOf('<p>a <b>bold</b> word</p>')).toBeUndefined();
  expect(textOf('<p class="x">a</p>')).toBeUndefined();
});
