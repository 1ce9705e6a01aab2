import { expect, test } from 'vitest';
import { languageOf, tokenLines, tokens, type CodeLanguage } from './tokens';

const sorts = (code: string, language: CodeLanguage) => tokens(code, language).map(({ sort, text }) => `${sort}:${text}`);

test('xml', () => {
  expect(sorts('<a:b c="1">x<!-- y --></a:b>', 'xml')).toEqual([
    'tag:<a:b', 'plain: ', 'name:c', 'plain:=', 'string:"1"', 'tag:>', 'plain:x', 'comment:<!-- y -->', 'tag:</a:b>',
  ]);
});

test('json', () => {
  expect(sorts('{"a": [1, true, "b"]}', 'json')).toEqual([
    'plain:{', 'name:"a"', 'plain:: [', 'number:1', 'plain:, ', 'word:true', 'plain:, ', 'string:"b"', 'plain:]}',
  ]);
});

test('groovy', () => {
  expect(sorts("def x = 'y' // z", 'groovy')).toEqual(['word:def', 'plain: x = ', "string:'y'", 'plain: ', 'comment:// z']);
});

test('nothing is lost, whatever it is', () => {
  const odd = '<a b=\'c\n"\\ ]]> "unclosed /* \u{1f600}';
  for (const language of ['xml', 'json', 'groovy', 'text'] as const) {
    expect(tokens(odd, language).map(({ text }) => text).join('')).toBe(odd);
  }
});

test('lines', () => {
  expect(tokenLines('/* a\nb */\r\nc', 'groovy').map((line) => line.map(({ text }) => text).join(''))).toEqual(['/* a', 'b */', 'c']);
});

test('languages by file', () => {
  expect(['a.iflw', 'b.groovy', 'c.JSON', 'd.prop'].map(languageOf)).toEqual(['xml', 'groovy', 'json', 'text']);
});
