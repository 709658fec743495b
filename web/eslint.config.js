import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The layers: ui knows nothing of ours, platform no feature, a feature only another's index. */
const forbid = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const insideOfFeatures = {
  group: ['$features/*/*'],
  message: 'Import a feature by its index: $features/<feature>.',
};
const upward = { group: ['$app/*'], message: 'Only the shell imports from $app.' };

export default defineConfig(
  {
    ignores: [
      'dist',
      'target',
      'node_modules',
      'playwright-report',
      'test-results',
      'src/platform/api/*.d.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
    },
  },
  {
    // Models keep most of their books out of the way of reactivity: only what views read is reactive.
    files: ['**/*.svelte.ts'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['src/test/**', '**/*.test.ts'],
    rules: { '@typescript-eslint/no-empty-function': 'off' },
  },
  { files: ['src/app/**'], rules: forbid([insideOfFeatures]) },
  { files: ['src/features/**'], rules: forbid([insideOfFeatures, upward]) },
  {
    files: ['src/platform/**'],
    rules: forbid([
      upward,
      { group: ['$features/*', '$ui/*'], message: 'platform stands below features.' },
    ]),
  },
  {
    files: ['src/ui/**'],
    rules: forbid([
      { group: ['$app/*', '$features/*', '$platform/*'], message: 'ui imports nothing of ours.' },
    ]),
  },
  {
    files: ['scripts/**', '*.config.*', 'e2e/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
);
