export type { Key } from './catalogue';
export { graphemes, takeGraphemes } from './graphemes';
export { i18n, isSpoken, negotiate, SPOKEN, t } from './i18n.svelte';
export { describeError, describeProblem } from './problems';
