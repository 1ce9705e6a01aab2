// How much a browser loads before it shows a screen: index.html, everything it loads at once, and the chunks named as
// arguments (default: home, in English) with what those import. Fails above the budget of 350 kB.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const OUT = process.env.OUT ? pathToFileURL(`${process.env.OUT}/`) : new URL('../dist/page/', import.meta.url);
const BUDGET = 350_000;
const wanted = process.argv.slice(2);
const later = wanted.length ? wanted : ['en', 'home'];

const assets = await readdir(new URL('ui-assets/', OUT));
const html = await readFile(new URL('index.html', OUT), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\/ui-assets\/([^"]+)"/g)].map((found) => found[1]);
const named = later.flatMap((name) => assets.filter((file) => new RegExp(`^${name}-[\\w-]{8}\\.(js|css)$`).test(file)));

const seen = new Set();
async function follow(file) {
  if (seen.has(file)) return;
  seen.add(file);
  if (!file.endsWith('.js')) return;
  const code = await readFile(new URL(`ui-assets/${file}`, OUT), 'utf8');
  for (const found of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) await follow(basename(found[1]));
}
for (const file of [...first, ...named]) await follow(file);

const size = async (file) => {
  const bytes = async (suffix) => (await stat(new URL(file + suffix, OUT)).catch(() => ({ size: 0 }))).size;
  const plain = await bytes('');
  return { file, plain, gzip: (await bytes('.gz')) || plain, brotli: (await bytes('.br')) || plain };
};
const rows = await Promise.all(['index.html', ...[...seen].map((file) => `ui-assets/${file}`)].map(size));
rows.sort((a, b) => b.gzip - a.gzip);
const sum = (of) => rows.reduce((so, row) => so + row[of], 0);
const total = { file: 'together', plain: sum('plain'), gzip: sum('gzip'), brotli: sum('brotli') };
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
for (const { file, plain, gzip, brotli } of [...rows, total]) {
  console.log(`${kb(plain)} kB  ${kb(gzip)} gzip  ${kb(brotli)} brotli  ${file}`);
}
if (total.gzip > BUDGET) {
  console.error(`The first load is larger than ${BUDGET / 1000} kB.`);
  process.exit(1);
}
