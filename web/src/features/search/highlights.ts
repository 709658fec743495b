import type { Highlight } from '$platform/api/types';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** How much of a text is shown before the first thing found in it. */
const BEFORE = 80;

/** The text from shortly before the first thing found, in pieces; what was found is as the search says. */
export function piecesOf(text: string, highlights: readonly Highlight[]): readonly Piece[] {
  const start = startBefore(text, highlights[0]?.start ?? 0);
  const pieces: Piece[] = start > 0 ? [{ text: '…', found: false }] : [];
  let end = start;
  for (const highlight of highlights) {
    if (highlight.start > end)
      pieces.push({ text: text.slice(end, highlight.start), found: false });
    pieces.push({ text: text.slice(highlight.start, highlight.end), found: true });
    end = highlight.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}

/** Where a word begins, not long before {@link first}; 0 when that is near the beginning. */
function startBefore(text: string, first: number): number {
  if (first <= BEFORE) return 0;
  const space = text.slice(first - BEFORE, first).search(/\s/);
  return space < 0 ? first : first - BEFORE + space + 1;
}
