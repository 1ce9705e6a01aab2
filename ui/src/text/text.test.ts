import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import de from './de.json';
import en from './en.json';
import { language, loadTexts, t } from './index';

type Texts = Record<string, string | Record<string, string>>;
const ALL: [string, Texts][] = Object.entries({ en, de });

const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

/** Beginnings of keys whose rest is known only when the page runs: `status.${…}`. */
const beginnings = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map((found) => found[1]!);
const literals = new Set([...code.matchAll(/['"`]([a-z][\w]*(?:\.[\w-]+)+)['"`]/g)].map((found) => found[1]));
const forms = (text: string | Record<string, string>) => (typeof text === 'string' ? [text] : Object.values(text));
const names = (text: string | Record<string, string>) =>
  [...new Set(forms(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((found) => found[1])))].sort();

test.each(ALL)('%s has every text, and no other', (_, texts) => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
});

test.each(ALL)('%s is sorted, so that two who add a text rarely meet', (_, texts) => {
  expect(Object.keys(texts)).toEqual(Object.keys(texts).sort());
});

test('every text is used', () => {
  const unused = Object.keys(en).filter((key) => !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
  expect(unused).toEqual([]);
});

test('both languages name the same values', () => {
  const differ = Object.keys(en).filter((key) => {
    return JSON.stringify(names((en as Texts)[key]!)) !== JSON.stringify(names((de as Texts)[key] ?? ''));
  });
  expect(differ).toEqual([]);
});

test('plural forms and values', async () => {
  language.set('en');
  await loadTexts('en');
  expect(t('table.selected', { count: 1 })).toBe('1 selected');
  expect(t('table.more', { count: 1200 })).toBe('1,200 shown');
  language.set('de');
  await loadTexts('de');
  expect(t('table.more', { count: 1200 })).toBe('1.200 angezeigt');
});
