import { fold } from '$features/conversations';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** `in:garden`, `from:ana` and the like say where to look, not what for. */
const OPERATOR = /(?:^|\s)-?[a-z]+:(?:"[^"]*"|\S+)/gi;
const AROUND = 80;

/** The words and phrases a query looks for, without its operators. */
export function wordsOf(query: string): readonly string[] {
  const rest = query.replace(OPERATOR, ' ');
  const phrases = [...rest.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  const words = rest.replace(/"[^"]*"/g, ' ').split(/[^\p{L}\p{N}]+/u);
  return [...phrases, ...words].map((word) => fold(word.trim())).filter((word) => word.length > 1);
}

/** The text around the first thing found, with everything found marked; case and accents do not matter. */
export function marked(text: string, words: readonly string[]): readonly Piece[] {
  const { folded, origins } = foldWithOrigins(text);
  const spans: { from: number; to: number }[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const beginsWord = at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1));
      const from = origins[at] ?? 0;
      const to = origins[at + word.length] ?? text.length;
      if (beginsWord || !/^[\p{ASCII}]*$/u.test(word)) spans.push({ from, to });
    }
  }
  spans.sort((a, b) => a.from - b.from);
  const start = Math.max(0, (spans[0]?.from ?? 0) - AROUND);
  const pieces: Piece[] = [];
  let end = start;
  for (const { from, to } of spans) {
    if (from < end) continue;
    if (from > end) pieces.push({ text: text.slice(end, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return start > 0 ? [{ text: '…', found: false }, ...pieces] : pieces;
}

/** A folded text, and for each of its letters where it was in the text. */
function foldWithOrigins(text: string): { folded: string; origins: readonly number[] } {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = fold(letter);
    folded += plain;
    origins.push(...Array.from(plain.split(''), () => at));
    at += letter.length;
  }
  origins.push(text.length);
  return { folded, origins };
}
