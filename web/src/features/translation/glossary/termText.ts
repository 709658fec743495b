import type { GlossaryTerm } from '$platform/api/types';
import { fold } from '$features/conversations';
import { ProblemError } from '$platform/http';
import { describeError, i18n, t } from '$platform/i18n';
import { languageName } from '../names';
import type { DraftProblem } from './termDraft';

/** Where a word counts: "Into English", "In all languages". */
export function placeText({ language }: Pick<GlossaryTerm, 'language'>): string {
  return language === undefined
    ? t('glossary.allLanguages')
    : t('glossary.into', { language: languageName(language) });
}

/** By the word as people look it up, that for all languages before those for one. */
export function inOrder(terms: readonly GlossaryTerm[]): readonly GlossaryTerm[] {
  const languageOf = (term: GlossaryTerm) =>
    term.language === undefined ? '' : languageName(term.language);
  return [...terms].sort(
    (a, b) => i18n.compare(a.word, b.word) || i18n.compare(languageOf(a), languageOf(b)),
  );
}

/** Those in which something is written so, case and accents apart. */
export function matching(terms: readonly GlossaryTerm[], written: string): readonly GlossaryTerm[] {
  const wanted = fold(written.trim());
  return terms.filter(({ word, translation = '' }) =>
    [word, translation].some((text) => fold(text).includes(wanted)),
  );
}

export function draftProblemText(problem: DraftProblem): string {
  switch (problem) {
    case 'missing':
      return t('auth.required');
    case 'too-long':
      return t('auth.tooLong');
    case 'no-letters':
      return t('glossary.noLetters');
  }
}

/** Why the words could not be changed. */
export function glossaryErrorText(error: unknown): string {
  const forbidden = error instanceof ProblemError && error.slug === 'forbidden';
  return forbidden ? t('glossary.forbidden') : describeError(error);
}

/** Whether it is the word itself that was refused. */
export function isTermExists(error: unknown): boolean {
  return error instanceof ProblemError && error.slug === 'glossary-term-exists';
}
