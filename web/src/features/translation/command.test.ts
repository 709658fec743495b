import { describe, expect, it } from 'vitest';
import { someTranslations } from '../../test/someTranslations';
import { isTranslateCommand, translationIn } from './command';

const LANGUAGES = ['es', 'en', 'de', 'pt', 'pt-BR', 'nb'];

describe('the command that translates', () => {
  it.each([
    ['/translate es good morning', 'es', 'good morning'],
    ['/translate to Spanish good morning', 'es', 'good morning'],
    ['/traduce inglés buenos días', 'en', 'buenos días'],
    ['/traduce al aleman  buenos días', 'de', 'buenos días'],
    ['/TRANSLATE German two\nlines', 'de', 'two\nlines'],
    ['/translate en buenos días', 'en', 'buenos días'],
    ['/translate en es tarde ya', 'en', 'es tarde ya'],
    ['/traduce en inglés buenos días', 'en', 'buenos días'],
    ['/translate into en buenos días', 'en', 'buenos días'],
    ['/translate norwegian bokmål good morning', 'nb', 'good morning'],
    ['/traduce al noruego buenos días', 'nb', 'buenos días'],
    ['/translate Brazilian  Portuguese good\nmorning', 'pt-BR', 'good\nmorning'],
    ['/translate pt-br good morning', 'pt-BR', 'good morning'],
    ['/translate portuguese good morning', 'pt', 'good morning'],
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

  it('may name what an engine has besides the usual languages, which is asked for once', async () => {
    let offers = 0;
    const { allNameable } = someTranslations({
      fetchOffer: () => {
        offers += 1;
        if (offers === 1) return Promise.reject(new Error('away'));
        const languages = [{ language: 'ast', name: 'Asturian' }];
        return Promise.resolve({ languages, pairs: [], engines: [] });
      },
    });
    expect(await allNameable()).toContain('es');
    expect(await allNameable()).toContain('ast');
    expect(translationIn('/traduce al asturiano buenos días', await allNameable())).toEqual({
      ...{ target: 'ast', text: 'buenos días' },
    });
    expect(offers).toBe(2);
  });
});
