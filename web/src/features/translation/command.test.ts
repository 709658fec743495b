import { describe, expect, it } from 'vitest';
import { isTranslateCommand, translationIn } from './command';

const LANGUAGES = ['es', 'en', 'de'];

describe('the command that translates', () => {
  it.each([
    ['/translate es good morning', 'es', 'good morning'],
    ['/translate to Spanish good morning', 'es', 'good morning'],
    ['/traduce inglés buenos días', 'en', 'buenos días'],
    ['/traduce al aleman  buenos días', 'de', 'buenos días'],
    ['/TRANSLATE German two\nlines', 'de', 'two\nlines'],
  ])('%s', (written, target, text) => {
    expect(translationIn(written, LANGUAGES)).toEqual({ target, text });
  });

  it.each([
    '/translate',
    '/translate es',
    '/translate klingon hi',
    'translate es hi',
    '/translated es hi',
  ])('is not %s', (written) => {
    expect(translationIn(written, LANGUAGES)).toBeNull();
  });

  it('is known before it is whole', () => {
    expect(isTranslateCommand('/translate')).toBe(true);
    expect(isTranslateCommand('/translated')).toBe(false);
  });
});
