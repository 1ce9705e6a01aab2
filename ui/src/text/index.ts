import { keptWord } from '~/kept';
import type en from './en.json';

/** English says what there is; a test holds the others against it. */
export type TextKey = keyof typeof en;
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text, or one for each plural form of `{count}`. */
type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;
type Texts = Record<string, Text>;
export type Values = Record<string, string | number>;

const LOADERS: Record<Language, () => Promise<{ default: Texts }>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
};

const ofBrowser = LANGUAGES.find((language) => navigator.languages?.[0]?.startsWith(language)) ?? 'en';
export const language = keptWord<Language>('language', LANGUAGES, ofBrowser);

let texts: Texts = {};
let plural = new Intl.PluralRules('en');

/** To be awaited before anything is shown in that language. */
export async function loadTexts(wanted: Language) {
  texts = (await LOADERS[wanted]()).default;
  plural = new Intl.PluralRules(wanted);
  document.documentElement.lang = wanted;
}

/** The text in the person's language; `{name}` stands for a value, `{count}` also chooses the plural form. */
export function t(key: TextKey, values: Values = {}): string {
  const text = texts[key];
  if (text === undefined) return key;
  const form = typeof text === 'string' ? text : (text[plural.select(Number(values.count))] ?? text.other ?? key);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => format(values[name]) ?? whole);
}

function format(value: string | number | undefined): string | undefined {
  return typeof value === 'number' ? number(value) : value;
}

/** The language as the person's country writes it, if the browser says which: the order of dates, 12 or 24 hours. */
export function locale(): string {
  const chosen = language.get();
  return navigator.languages?.find((one) => one.split('-')[0] === chosen) ?? chosen;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant; what formats it is kept, since a table has hundreds and making one takes long. */
export function instant(at: Date, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) formatters.set(key, (formatter = new Intl.DateTimeFormat(locale(), options)));
  return formatter.format(at);
}

/** A number as people write it. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(value);
}

export function compareTexts(a: string, b: string): number {
  return new Intl.Collator(language.get(), { numeric: true }).compare(a, b);
}
