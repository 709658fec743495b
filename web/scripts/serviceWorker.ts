import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** Of `public`: what the application shows of itself without a network. */
const PUBLIC_FILES = ['favicon.svg', 'manifest.webmanifest', 'icons/icon-192.png'];
const ENTRY = 'src/service-worker/service-worker.ts';
const SCRIPT = 'service-worker.js';

/**
 * Builds the service worker after the application, as one script that imports nothing: it is told the files of this
 * build and a version that changes exactly when one of them does.
 */
export function serviceWorker(alias: Record<string, string>): Plugin {
  let root = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('The build has no folder');
      const made = Object.keys(bundle).filter((file) => file !== 'index.html');
      const files = [...made, ...PUBLIC_FILES].sort();
      const version = digest(dir, ['index.html', ...files]);
      const manifest = { version, files: files.map((file) => `/${file}`) };
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        resolve: { alias },
        define: { __SHELL__: JSON.stringify(manifest) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          rolldownOptions: {
            input: join(root, ENTRY),
            output: { format: 'iife', entryFileNames: SCRIPT },
          },
        },
      });
    },
  };
}

function digest(dir: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(dir, file)));
  return hash.digest('hex').slice(0, 16);
}
