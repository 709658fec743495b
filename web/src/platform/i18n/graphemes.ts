const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters a person sees in a text (UAX #29 grapheme clusters), as the suite counts its limits. */
export function graphemes(text: string): number {
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.segment !== '') count += 1;
  return count;
}

/** The first characters a person sees in a text. */
export function takeGraphemes(text: string, limit: number): string {
  let end = 0;
  let count = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    if (count === limit) break;
    count += 1;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
