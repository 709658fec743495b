import type { NewGlossaryTerm } from '$platform/api/types';
import { graphemes } from '$platform/i18n';

/** As many words as a chat can have. */
export const MOST_TERMS = 500;
const LONGEST_WORD = 64;
const LONGEST_TRANSLATION = 128;

/** In place of the code of a language. */
export const ALL_LANGUAGES = 'all';
export const NO_LANGUAGE = '';

/** What somebody is writing of a word. */
export interface TermDraft {
  readonly word: string;
  readonly fate: 'stays' | 'becomes';
  readonly translation: string;
  /** A code, {@link ALL_LANGUAGES} or {@link NO_LANGUAGE}. */
  readonly language: string;
}

export type DraftProblem = 'missing' | 'too-long' | 'no-letters';

/** What keeps a word from being added; null where there is nothing. The suite decides, this only says it sooner. */
export function problemsIn({ word, fate, translation, language }: TermDraft): {
  readonly word: DraftProblem | null;
  readonly translation: DraftProblem | null;
  readonly language: DraftProblem | null;
} {
  const lacksLetters = lengthProblem(word, LONGEST_WORD) === null && !/[\p{L}\p{Nd}]/u.test(word);
  return {
    word: lacksLetters ? 'no-letters' : lengthProblem(word, LONGEST_WORD),
    translation: fate === 'stays' ? null : lengthProblem(translation, LONGEST_TRANSLATION),
    language: language === NO_LANGUAGE ? 'missing' : null,
  };
}

/** As the suite stores it. */
export function termOf({ word, fate, translation, language }: TermDraft): NewGlossaryTerm {
  return {
    word: clean(word),
    ...(language === ALL_LANGUAGES ? {} : { language }),
    ...(fate === 'stays' ? {} : { translation: clean(translation) }),
  };
}

function lengthProblem(text: string, longest: number): DraftProblem | null {
  const length = graphemes(clean(text));
  if (length === 0) return 'missing';
  return length > longest ? 'too-long' : null;
}

function clean(text: string): string {
  return text.normalize('NFC').trim();
}
