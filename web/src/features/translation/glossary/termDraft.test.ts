import { describe, expect, it } from 'vitest';
import { ALL_LANGUAGES, NO_LANGUAGE, problemsIn, termOf, type TermDraft } from './termDraft';

const draft = (fields: Partial<TermDraft>): TermDraft => ({
  word: 'Playa',
  fate: 'stays',
  translation: '',
  language: ALL_LANGUAGES,
  ...fields,
});
const FINE = { word: null, translation: null, language: null };

describe('what is written of a word', () => {
  it.each([
    ['a word', { word: 'Playa' }],
    ['a digit alone', { word: ' 7 ' }],
    ['as many characters as people see', { word: 'ñ'.normalize('NFD').repeat(64) }],
    ['what it becomes', { fate: 'becomes', translation: 'y'.repeat(128), language: 'en' }],
    ['what it would become, where it stays', { translation: 'y'.repeat(129) }],
  ] as const)('may be %s', (_what, fields) => {
    expect(problemsIn(draft(fields))).toEqual(FINE);
  });

  it.each([
    ['nothing', { word: ' \u00a0 ' }, { word: 'missing' }],
    ['marks alone', { word: '!?' }, { word: 'no-letters' }],
    ['too much', { word: 'x'.repeat(65) }, { word: 'too-long' }],
    ['no translation', { fate: 'becomes', language: 'en' }, { translation: 'missing' }],
    [
      'too long a translation',
      { fate: 'becomes', translation: 'y'.repeat(129), language: 'en' },
      { translation: 'too-long' },
    ],
    [
      'no language',
      { fate: 'becomes', translation: 'beach', language: NO_LANGUAGE },
      { language: 'missing' },
    ],
  ] as const)('may not be %s', (_what, fields, problems) => {
    expect(problemsIn(draft(fields))).toEqual({ ...FINE, ...problems });
  });

  it('is sent as the suite stores it, without what does not count', () => {
    expect(termOf(draft({ word: ' Nin\u0303o ', translation: 'child' }))).toEqual({ word: 'Niño' });
    expect(termOf(draft({ fate: 'becomes', translation: ' beach ', language: 'en' }))).toEqual({
      word: 'Playa',
      translation: 'beach',
      language: 'en',
    });
    expect(termOf(draft({ language: 'en' }))).toEqual({ word: 'Playa', language: 'en' });
  });
});
