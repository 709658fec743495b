import type { MessageView } from '$platform/api/types';
import type { Translations } from './translations.svelte';

/** What is shown of a message, and in which language it is when that is known. */
export interface ShownText {
  readonly text: string;
  readonly lang: string | undefined;
}

/** What a message says in the language I read, as far as that is there and I do not want to see what was written. */
export function shownText(
  message: MessageView,
  translations: Pick<Translations, 'of' | 'languageOf' | 'showsOriginal'>,
): ShownText {
  // Of what is deleted nothing is left, in any language.
  const known = message.text === '' ? null : translations.of(message);
  if (known === null || known.kind === 'asked') return { text: message.text, lang: undefined };
  if (known.kind === 'translated' && !translations.showsOriginal(message)) {
    return { text: known.text, lang: translations.languageOf(message) ?? undefined };
  }
  // The suite says nothing where it does not know.
  return {
    text: message.text,
    lang: known.from === null || known.from === '' ? undefined : known.from,
  };
}
