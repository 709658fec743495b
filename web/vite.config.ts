import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type emojiData from 'emojibase-data/en/compact.json';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorker } from './scripts/serviceWorker.ts';

const source = (folder: string) => fileURLToPath(new URL(`./src/${folder}`, import.meta.url));
const suite = process.env['TERTULIA_PROXY'] ?? 'http://127.0.0.1:8080';

/** What Vite takes by itself; tests would get what is made for Node.js. */
const tusInBrowsers = fileURLToPath(
  new URL('./node_modules/tus-js-client/lib.esm/browser/index.js', import.meta.url),
);

type CompactEmoji = (typeof emojiData)[number];

/** Of the emoji only what the picker shows, in a tenth of the room: their names, and each tone of skin as it looks. */
function leanEmoji(): Plugin {
  return {
    name: 'lean-emoji',
    enforce: 'pre',
    load(id) {
      if (!/emojibase-data\/\w+\/compact\.json$/.test(id)) return null;
      const all = JSON.parse(readFileSync(id, 'utf8')) as CompactEmoji[];
      const lean = all.map(({ unicode, label, tags, group, order, skins }) => ({
        unicode,
        label,
        tags,
        group,
        order,
        skins: skins?.map((skin) => ({ unicode: skin.unicode })),
      }));
      return { code: JSON.stringify(lean), moduleType: 'json' };
    },
  };
}

const folders = {
  $app: source('app'),
  $features: source('features'),
  $platform: source('platform'),
  $ui: source('ui'),
};

export default defineConfig(({ mode }) => ({
  plugins: [leanEmoji(), svelte(), serviceWorker(folders)],
  resolve: {
    alias: {
      ...folders,
      ...(mode === 'test' ? { 'tus-js-client': tusInBrowsers } : {}),
    },
    ...(mode === 'test' ? { conditions: ['browser'] } : {}),
  },
  build: {
    outDir: 'dist',
    // The suite is served under `script-src 'self'; style-src 'self'; img-src 'self'`: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: suite, ws: true } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    // One jsdom for all files of a worker: starting one costs more than the tests. setup.ts tidies up between them.
    isolate: false,
    restoreMocks: true,
    server: { deps: { inline: [/tus-js-client/] } },
  },
}));
