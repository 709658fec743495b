/** What an emoji of a chat may be called, without the colons around it. */
const NAME = /^[a-z0-9_-]+$/;
export const SHORTEST = 2;
export const LONGEST = 32;

/** As the suite counts: a chat has no more. */
export const MOST_EMOJI = 100;

/** What is wrong with a name; null when it can be had. */
export type NameProblem = 'short' | 'long' | 'letters' | 'full';

export function problemOf(name: string): Exclude<NameProblem, 'full'> | null {
  if (name !== '' && !NAME.test(name)) return 'letters';
  if (name.length < SHORTEST) return 'short';
  return name.length > LONGEST ? 'long' : null;
}

/** The same in a chat that has some: one more only when there is room, another picture always. */
export function problemIn(name: string, items: readonly { readonly name: string }[]) {
  const problem: NameProblem | null = problemOf(name);
  if (problem !== null) return problem;
  const full = items.length >= MOST_EMOJI && !items.some((one) => one.name === name);
  return full ? 'full' : null;
}

/** A name as it was meant: capitals and the colons around it are a matter of habit. */
export function nameOf(typed: string): string {
  return typed.trim().toLowerCase().replaceAll(':', '');
}

/** A name out of that of a file: "Feliz Año (2).png" gives `feliz-ano-2`. Empty when nothing is left of it. */
export function suggestedName(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return words.length < SHORTEST ? '' : words;
}

/** How an emoji stands in a text, and among reactions. */
export function written(name: string): string {
  return `:${name}:`;
}
