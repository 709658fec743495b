/** A piece of a text: words that may become others, or what has to stay as it is. */
export interface Segment {
  readonly text: string;
  readonly kept: boolean;
}

/**
 * What stays as it is: code, links, names of people and channels, emoji and their names, marks of Markdown and the ends
 * of lines. What stands between is plain text.
 */
const KEPT = new RegExp(
  [
    '```[\\s\\S]*?(?:```|(?![\\s\\S]))',
    '(`+)(?!`)[^\\n]*?[^`]\\1(?!`)',
    '\\]\\([^()\\s]*\\)',
    '<[^<>\\s]+>',
    '(?:https?:\\/\\/|www\\.|mailto:)[^\\s<>]+',
    '[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+',
    '(?<![\\p{L}\\p{N}_])[@#][\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}_])?',
    '(?<![\\p{L}\\p{N}:]):[a-z0-9_+-]{2,32}:(?![\\p{L}\\p{N}:])',
    '[0-9#*]\\uFE0F?\\u20E3',
    '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator})(?:\\uFE0F|\\u200D|\\u20E3|\\p{Emoji_Modifier}|\\p{Extended_Pictographic}|\\p{Regional_Indicator})*',
    '^[ \\t]*(?:#{1,6}[ \\t]|>[ \\t]?|[-+*][ \\t]|\\d{1,9}[.)][ \\t]|\\|)',
    '\\\\[!-/:-@[-`{-~]',
    '[*~|]+|\\[|\\]|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])',
    '\\s*\\n\\s*',
  ].join('|'),
  'gmu',
);

/** Cuts a text into words and what stays as it is; put together again they are the text. */
export function cut(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    if (index > from) segments.push(words(text.slice(from, index)));
    if (kept !== '') segments.push({ text: kept, kept: true });
    from = index + kept.length;
  }
  if (from < text.length) segments.push(words(text.slice(from)));
  return segments;
}

/** Without a letter there is nothing to translate. */
function words(text: string): Segment {
  return { text, kept: !/\p{L}/u.test(text) };
}
