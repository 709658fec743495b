/** Names in colons, one or several without anything between, that are no part of a word: 12:30:45 has none. */
const RUN = /(?<![\p{L}\p{N}:])(?::[a-z0-9_-]{2,32}:)+(?![\p{L}\p{N}:])/gu;
const RUN_AT_START = new RegExp(`^(?:${RUN.source})`, 'u');
const RUN_AT_END = new RegExp(`(?:${RUN.source})$`, 'u');
const ONE = /:([a-z0-9_-]{2,32}):/g;
const PART_OF_WORD = /[\p{L}\p{N}:]/u;

/** A piece of text: plain, or a name in colons. */
export interface EmojiPiece {
  readonly text: string;
  readonly name: string | null;
}

/** Cuts a text at the emoji a chat may have. */
export function withEmoji(text: string): readonly EmojiPiece[] {
  const pieces: EmojiPiece[] = [];
  let from = 0;
  for (const run of text.matchAll(RUN)) {
    if (run.index > from) pieces.push({ text: text.slice(from, run.index), name: null });
    for (const [piece, name = ''] of run[0].matchAll(ONE)) pieces.push({ text: piece, name });
    from = run.index + run[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), name: null });
  return pieces;
}

/** The emoji a text begins with, when what stands before it lets them be some; empty for none. */
export function emojiAtStart(text: string, before: string): string {
  if (before !== '' && PART_OF_WORD.test(before.slice(-1))) return '';
  return RUN_AT_START.exec(text)?.[0] ?? '';
}

/** Where the first emoji of a text begins; -1 for none. */
export function firstEmoji(text: string): number {
  return text.search(RUN);
}

/** A text of the same length, with nothing in its emoji that could mean more than itself. */
export function withoutNames(text: string): string {
  return text.replace(RUN, (run) => `:${'a'.repeat(run.length - 2)}:`);
}

/** The emoji to be put between two texts, with spaces where it would be part of a word. */
export function setApart(piece: string, before: string, after: string): string {
  const joins = before === '' || RUN_AT_END.test(before) || !PART_OF_WORD.test(before.slice(-1));
  const ends = !PART_OF_WORD.test(after.slice(0, 1));
  return `${joins ? '' : ' '}${piece}${ends ? '' : ' '}`;
}
