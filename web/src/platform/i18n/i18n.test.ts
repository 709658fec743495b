import { afterEach, describe, expect, it } from 'vitest';
import { en } from './en';
import { graphemes, takeGraphemes } from './graphemes';
import { CATALOGUES, i18n, isSpoken, negotiate, SPOKEN, t } from './i18n.svelte';

afterEach(() => {
  i18n.speak('en');
});

describe('i18n', () => {
  it('fills placeholders and plurals in English', () => {
    expect(t('chats.by', { name: 'Ana', text: 'hi {name}' })).toBe('Ana: hi {name}');
    expect(t('chats.unread', { count: 1 })).toBe('1 unread message');
    expect(t('chats.unread', { count: 2000 })).toBe('2,000 unread messages');
  });

  it('speaks Spanish with its own plural rules, and says so in the document', () => {
    i18n.speak('es');
    expect(document.documentElement.lang).toBe('es');
    expect(t('chats.unread', { count: 1 })).toBe('1 mensaje sin leer');
    expect(t('chats.unread', { count: 0 })).toBe('0 mensajes sin leer');
    expect(t('chats.unread', { count: 1_000_000 })).toBe('1.000.000 de mensajes sin leer');
  });

  it.each(SPOKEN)('has every text in %s, and none that is empty', (language) => {
    const catalogue = CATALOGUES[language];
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
    for (const texts of Object.values(catalogue)) {
      for (const text of typeof texts === 'string' ? [texts] : Object.values(texts)) {
        expect(text.trim()).not.toBe('');
      }
    }
  });

  it.each(SPOKEN)('keeps the placeholders of every text in %s', (language) => {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const [key, english] of Object.entries(en)) {
      const texts = CATALOGUES[language][key as keyof typeof en];
      const source = typeof english === 'string' ? english : english.other;
      for (const text of typeof texts === 'string' ? [texts] : Object.values(texts)) {
        expect(names(text), key).toEqual(names(source));
      }
    }
  });

  it('says days as people do', () => {
    const now = new Date(2026, 10, 20, 9, 0);
    expect(i18n.day(new Date(2026, 10, 20, 0, 1), now)).toBe('Today');
    expect(i18n.day(new Date(2026, 10, 19, 23, 59), now)).toBe('Yesterday');
    expect(i18n.day(new Date(2026, 10, 16), now)).toBe('Monday');
    expect(i18n.day(new Date(2026, 9, 1), now)).toBe('October 1, 2026');
    i18n.speak('es');
    expect(i18n.day(new Date(2026, 10, 16), now)).toBe('Lunes');
  });

  it('takes the first wished language it speaks', () => {
    expect(negotiate(['fr-FR', 'es-MX', 'en'])).toBe('es');
    expect(negotiate(['fr'])).toBe('en');
  });

  it.each(SPOKEN)('speaks %s to whoever wishes it', (language) => {
    expect(isSpoken(language)).toBe(true);
    expect(negotiate([`${language}-XX`])).toBe(language);
  });

  it('speaks no language that it has no texts of', () => {
    expect(isSpoken('fr')).toBe(false);
    expect(isSpoken('constructor')).toBe(false);
    expect(isSpoken(null)).toBe(false);
  });
});

describe('graphemes', () => {
  it('counts what people see', () => {
    expect(graphemes('año')).toBe(3);
    expect(graphemes('👩‍👩‍👧 e\u0301')).toBe(3);
    expect(takeGraphemes('👩‍👩‍👧abc', 2)).toBe('👩‍👩‍👧a');
  });
});
