// One step of the Maven build, left out when what it depends on has not changed since it last succeeded.
// Usage: node scripts/step.mjs install | build | check | test
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isCurrent, root, stampAs } from './current.mjs';

const SETUP = [
  'package.json',
  'package-lock.json',
  'scripts/serviceWorker.ts',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
const SOURCES = [...SETUP, 'index.html', 'public', 'src'];
const EVERYTHING = [
  ...SOURCES,
  'e2e',
  'eslint.config.js',
  'playwright.config.ts',
  'scripts',
  'tsconfig.tools.json',
  'tsconfig.worker.json',
  '.prettierrc.json',
];

/** The API types are held to these. */
const APIS = ['auth', 'user', 'chat', 'message', 'media', 'scheduler', 'notification'].map(
  (name) => `../${name}-service/src/main/resources/openapi`,
);

/** The mails that are read by another parser. */
const MAILS = ['../notification-service/src/test/resources/golden'];

/** What each step runs, what it reads, and what has to be there for it to count as done. */
const STEPS = {
  install: {
    npm: ['ci', '--no-audit', '--no-fund'],
    reads: ['package-lock.json'],
    makes: 'node_modules/.package-lock.json',
  },
  build: { npm: ['run', 'build'], reads: SOURCES, makes: 'dist/index.html' },
  check: { npm: ['run', 'check'], reads: [...EVERYTHING, ...APIS], makes: null },
  test: { npm: ['test'], reads: [...EVERYTHING, ...MAILS], makes: null },
};

const name = process.argv[2] ?? '';
const step = STEPS[name];
if (step === undefined) {
  console.error(`No such step: ${name}. There are: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}

const stamp = join(root, name === 'install' ? 'node_modules' : 'target', `.${name}-of`);
const mark = fingerprint(step.reads);
if (isCurrent(stamp, mark) && (step.makes === null || existsSync(join(root, step.makes)))) {
  console.log(`web: ${name} is current`);
} else {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, step.npm, { cwd: root, stdio: 'inherit' });
  if (error?.code === 'ENOENT') console.error('npm was not found: install Node.js 20.19 or later.');
  if (status !== 0) process.exit(status ?? 1);
  // Names of assets carry a hash: what an earlier build left for the jar would stay in it for ever.
  if (name === 'build')
    rmSync(join(root, 'target/classes/static'), { recursive: true, force: true });
  stampAs(stamp, mark);
}
