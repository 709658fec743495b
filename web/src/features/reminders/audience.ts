import { fold } from '$features/conversations';

/** A chat that can be named. */
export interface NamedChat {
  readonly chatId: string;
  readonly name: string;
}

/** Whom a sentence begins with: somebody, the chat it is said in, another one, or one that there is none of. */
export type Address =
  | { readonly kind: 'person'; readonly handle: string }
  | { readonly kind: 'here' }
  | { readonly kind: 'chat'; readonly chatId: string }
  | { readonly kind: 'unknown'; readonly name: string };

export interface Addressed {
  /** Null for oneself. */
  readonly address: Address | null;
  /** What is left: what and when. */
  readonly sentence: string;
}

const EVERYBODY = /^@all(?:\s+|$)/iu;
const SOMEBODY = /^@([\p{L}\p{N}._-]{2,30})\s+/u;
const THIS_CHAT = /^#chat(?:\s+|$)/iu;
const QUOTED = /^#"([^"]+)"(?:\s+|$)/u;
const WORD = /^#(\S+)\s+/u;

/**
 * Takes whom it is for off the beginning of a sentence: `@ana`, `@all` and `#chat` for the chat it is said in, `#Title` and
 * `#"Title"` for another one, case and accents aside; of several titles that fit, the longest. A name that is still being
 * typed is none yet.
 */
export function addressedIn(text: string, chats: readonly NamedChat[]): Addressed {
  const trimmed = text.trimStart().normalize('NFC');
  const cut = (length: number, address: Address): Addressed => ({
    address,
    sentence: trimmed.slice(length).trimStart(),
  });
  const here = EVERYBODY.exec(trimmed) ?? THIS_CHAT.exec(trimmed);
  if (here !== null) return cut(here[0].length, { kind: 'here' });
  const [whole = '', handle] = SOMEBODY.exec(trimmed) ?? [];
  if (handle !== undefined) {
    return cut(whole.length, { kind: 'person', handle: handle.toLowerCase() });
  }
  if (!trimmed.startsWith('#')) return { address: null, sentence: text };
  return chatIn(trimmed, chats, cut) ?? { address: null, sentence: text };
}

function chatIn(
  text: string,
  chats: readonly NamedChat[],
  cut: (length: number, address: Address) => Addressed,
): Addressed | null {
  const [whole = '', quoted] = QUOTED.exec(text) ?? [];
  if (quoted !== undefined) {
    const chat = chats.find(({ name }) => fold(name) === fold(quoted));
    return cut(whole.length, addressOf(chat, quoted));
  }
  const fitting = chats
    .filter(({ name }) => isNamed(text.slice(1), name.normalize('NFC')))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (fitting !== undefined) {
    return cut(1 + fitting.name.normalize('NFC').length, addressOf(fitting, ''));
  }
  const [unknown = '', word] = WORD.exec(text) ?? [];
  return word === undefined ? null : cut(unknown.length, { kind: 'unknown', name: `#${word}` });
}

/** The text begins with the name, and a word ends there. */
function isNamed(text: string, name: string): boolean {
  if (name === '' || fold(text.slice(0, name.length)) !== fold(name)) return false;
  return /^(?:\s|$)/u.test(text.slice(name.length));
}

function addressOf(chat: NamedChat | undefined, name: string): Address {
  return chat === undefined
    ? { kind: 'unknown', name: `#${name}` }
    : { kind: 'chat', chatId: chat.chatId };
}
