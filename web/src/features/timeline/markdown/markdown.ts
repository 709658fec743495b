import { Hooks, Lexer, type MarkedOptions, type Token, type Tokens } from 'marked';
import { emojiAtStart, firstEmoji, withoutNames } from '$features/emoji';
import type { EmojiView } from '$platform/api/types';

/** What of Markdown is shown: parsed to a tree that components draw, so that no text ever becomes HTML. */
export type { Token, Tokens };

/** Anything that could mean more than itself. Most messages have none of it, and are not parsed. */
const MEANS_MORE =
  /[*_`~#>|\\[\]<]|https?:|www\.|@|^\s*(?:[-+]|\d+[.)])\s|^\s{4}|---|===|:[a-z0-9_-]{2,32}:/m;
/** Deeper than this, quotes and lists are shown as they were typed: nobody writes that in earnest. */
export const DEEPEST = 8;

/** A name in colons is no mark: what is emphasized neither begins nor ends within it. */
class EmojiHooks extends Hooks {
  override emStrongMask(text: string): string {
    return withoutNames(text);
  }
}

const OPTIONS: MarkedOptions = {
  gfm: true,
  breaks: true,
  hooks: new EmojiHooks(),
  extensions: {
    renderers: {},
    childTokens: {},
    startInline: [firstEmoji],
    inline: [
      (text, tokens) => {
        const raw = emojiAtStart(text, tokens.at(-1)?.raw ?? '');
        return raw === '' ? undefined : { type: 'emoji', raw, text: raw };
      },
    ],
  },
};

/** The blocks of a text, or null for one that is only itself. */
export function parse(text: string): readonly Token[] | null {
  if (!MEANS_MORE.test(text)) return null;
  try {
    return Lexer.lex(text, OPTIONS);
  } catch {
    return null;
  }
}

/** The address of a link, when it leads somewhere harmless: another page, or a letter. */
export function safeHref(href: string): string | null {
  try {
    const url = new URL(href, location.href);
    const harmless = ['http:', 'https:', 'mailto:'].includes(url.protocol);
    return harmless && /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i.test(href.trim()) ? url.href : null;
  } catch {
    return null;
  }
}

/** The emoji of a name, where the text was written; null when there is none. */
export type OwnEmoji = (name: string) => Pick<EmojiView, 'name' | 'mediaId'> | null;

/** A piece of text: plain, or a name that is called. */
export interface Piece {
  readonly text: string;
  readonly handle: string | null;
}

const CALLED = /(?<![\p{L}\p{N}_@.-])@([a-z0-9](?:[a-z0-9._-]{0,28}[a-z0-9_])?)/giu;

/** Cuts a text at the names in it that somebody is called by. */
export function withNames(text: string, called: (handle: string) => boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(CALLED)) {
    const handle = (match[1] ?? '').toLowerCase();
    if (!called(handle)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), handle: null });
    pieces.push({ text: match[0], handle });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), handle: null });
  return pieces;
}

/** A text without its marks, on one line: for lists, quotes, and those who listen. */
export function plainText(text: string): string {
  const tokens = parse(text);
  return (tokens === null ? text : tokens.map(textOf).join(' ')).replace(/\s+/g, ' ').trim();
}

function textOf(token: Token): string {
  if (token.type === 'list') {
    return (token as Tokens.List).items
      .map((item) => item.tokens.map(textOf).join(' '))
      .join(' · ');
  }
  if (token.type === 'table') {
    const table = token as Tokens.Table;
    return [table.header, ...table.rows]
      .flat()
      .map((cell) => cell.text)
      .join(' ');
  }
  if (token.type === 'br') return '\n';
  if ('tokens' in token && token.tokens !== undefined) return token.tokens.map(textOf).join('');
  return 'text' in token ? String(token.text) : '';
}
