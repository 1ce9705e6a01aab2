import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const SERVER = 'http://127.0.0.1:4004';
const OUT = 'dist/page';

/**
 * Puts `src/early.js` into the head as a file of its own: it says which theme is meant before anything is painted, and the
 * content security policy allows no script in the page itself.
 */
function early(): Plugin {
  const source = readFileSync('src/early.js');
  const digest = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  let serving = false;
  return {
    name: 'early',
    configResolved: (config) => void (serving = config.command === 'serve'),
    transformIndexHtml: (html) => {
      const href = serving ? '/src/early.js' : `/ui-assets/early-${digest}.js`;
      return html.replace('<!-- early -->', `<script src="${href}"></script>`);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: `ui-assets/early-${digest}.js`, source });
    },
  };
}

/** The server hands out what was compressed here, as well as it can be. */
function compressed(): Plugin {
  const text = /\.(js|css|html|json|svg)$/;
  let out = OUT;
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => void (out = config.build.outDir),
    async closeBundle() {
      const files = await readdir(out, { recursive: true });
      for (const file of files.filter((name) => text.test(name))) {
        const plain = await readFile(join(out, file));
        await writeFile(join(out, `${file}.gz`), gzipSync(plain, { level: 9 }));
        const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
        await writeFile(join(out, `${file}.br`), brotliCompressSync(plain, { params: best }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), early(), compressed()],
  resolve: { alias: { '~': join(import.meta.dirname, 'src') } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsDir: 'ui-assets',
    target: 'es2023',
    // Everything is a file: what is inlined as data cannot be kept apart by the policy or the cache.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // Two sorts of files are called en.json and de.json; the names of months are not our texts.
        chunkFileNames: ({ facadeModuleId }) => `ui-assets/${facadeModuleId?.includes('/cldr/') ? 'cldr-' : ''}[name]-[hash].js`,
      },
    },
  },
  server: { proxy: { '/api': SERVER, '/sign-in': SERVER, '/sign-out': SERVER, '/uaa': SERVER } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
