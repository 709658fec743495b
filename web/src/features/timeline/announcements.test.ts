import { beforeEach, describe, expect, it } from 'vitest';
import type { Translations } from '$features/translation';
import type { MessageView } from '$platform/api/types';
import type { LogEntry, TranslationFrame } from '$platform/realtime';
import { CHAT, FakeClock, message, posted } from '../../test/fakes';
import { someTranslations } from '../../test/someTranslations';
import { Announcements } from './announcements.svelte';

type Posted = Extract<LogEntry, { readonly type: 'message.posted' }>;

describe('what is read out', () => {
  let clock: FakeClock;
  let chats: Record<string, boolean>;
  let translations: Translations;
  let known: Map<number, MessageView>;
  let announcements: Announcements;

  beforeEach(async () => {
    clock = new FakeClock();
    chats = {};
    known = new Map();
    translations = someTranslations({
      clock,
      fetchPreferences: () => Promise.resolve({ language: 'en', everything: true, chats }),
    });
    await translations.connected();
    const find = (seq: number) => known.get(seq);
    announcements = new Announcements({ translations, clock, find });
  });

  function say(seq: number, text: string) {
    const at = { text, postedAt: new Date(clock.now()).toISOString() };
    known.set(seq, message(seq, at));
    announcements.add(posted(seq, at) as Posted);
  }

  function hear(seq: number, more: Partial<TranslationFrame>) {
    translations.heard({
      ...{ op: 'message.translated', chatId: CHAT, message: seq, version: 1, language: 'en' },
      ...more,
    } as TranslationFrame);
  }

  function readOut() {
    announcements.release();
    return announcements.items.map(({ text, lang }) => ({ text, lang }));
  }

  it('is what was said at once, where nothing is translated', async () => {
    chats = { [CHAT]: false };
    await translations.connected();
    say(3, 'hola');
    expect(readOut()).toEqual([{ text: 'hola', lang: undefined }]);
  });

  it('waits for what it says in my language, and nothing overtakes it', () => {
    say(3, 'hola');
    say(4, 'adiós');
    hear(4, { sourceLanguage: 'es', text: 'goodbye', engine: 'apertium' });
    expect(readOut()).toEqual([]);
    hear(3, { sourceLanguage: 'es', text: 'hello', engine: 'apertium' });
    expect(readOut()).toEqual([
      { text: 'hello', lang: 'en' },
      { text: 'goodbye', lang: 'en' },
    ]);
  });

  it('is what was said, in its language, where there is no translation', () => {
    say(3, 'guten Tag');
    hear(3, { op: 'message.untranslated', sourceLanguage: 'de', reason: 'no-engine' });
    expect(readOut()).toEqual([{ text: 'guten Tag', lang: 'de' }]);
  });

  it('is what was said when a translation takes too long, and is not read out again', async () => {
    say(3, 'hola');
    await clock.advance(5_000);
    expect(readOut()).toEqual([{ text: 'hola', lang: undefined }]);
    hear(3, { sourceLanguage: 'es', text: 'hello', engine: 'apertium' });
    expect(readOut()).toEqual([{ text: 'hola', lang: undefined }]);
  });

  it('is nothing of what was deleted meanwhile', () => {
    say(3, 'hola');
    known.set(3, message(3, { text: '', deletedAt: '2026-11-20T12:00:01Z' }));
    say(4, '');
    expect(readOut()).toEqual([{ text: '', lang: undefined }]);
  });
});
