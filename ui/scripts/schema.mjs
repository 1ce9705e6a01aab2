// Makes `src/api/schema.d.ts` from the server's own description; with `--check` it says whether that is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../apis/ropeway/openapi.json', import.meta.url);
const SCHEMA = new URL('../src/api/schema.d.ts', import.meta.url);
const HEAD = '// Made from apis/ropeway/openapi.json by `npm run api`; never edited.\n\n';

// A field with a default need not be sent.
const OPTIONS = { defaultNonNullable: false };

const fresh = HEAD + astToString(await openapiTS(DOCUMENT, OPTIONS));
if (process.argv.includes('--check')) {
  const kept = await readFile(SCHEMA, 'utf8').catch(() => '');
  if (kept !== fresh) {
    console.error('src/api/schema.d.ts is not what apis/ropeway/openapi.json says; run `npm run api` and commit it.');
    process.exit(1);
  }
  console.log('src/api/schema.d.ts is up to date.');
} else {
  await writeFile(SCHEMA, fresh);
  console.log('src/api/schema.d.ts written.');
}
