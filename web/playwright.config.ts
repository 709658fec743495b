import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const root = process.getuid?.() === 0;

/** End-to-end tests run in Chromium against a running suite at BASE_URL; see README.md. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  globalSetup: './e2e/warmUp.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // People wait for each other and for the suite most of the time; everybody has a browser window of their own.
  workers: 2,
  reporter: [['list']],
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://127.0.0.1:8080',
    locale: 'en-GB',
    // What a worker answers passes by what tests do to requests; those that are about it allow it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A microphone that beeps, for whoever is let use it.
        '--use-fake-device-for-media-stream',
      ],
    },
  },
});
