import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageTranslationView, MessageView } from '$platform/api/types';
import { ANA, CHAT, FakeClock, ME, message } from '../../test/fakes';
import { someTranslations } from '../../test/someTranslations';
import type { Translations } from './translations.svelte';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('what messages say in my language', () => {
  let clock: FakeClock;
  let wishes: { language: string | null; everything: boolean; chats: readonly string[] }[];
  let asked: { seqs: readonly number[]; language: string }[];
  let answer: (seqs: readonly number[]) => Promise<readonly MessageTranslationView[]>;
  let chats: Record<string, boolean>;
  let translations: Translations;

  beforeEach(async () => {
    clock = new FakeClock();
    wishes = [];
    asked = [];
    chats = {};
    answer = (seqs) => Promise.resolve(seqs.map((seq) => english(seq)));
    translations = someTranslations({
      clock,
      readIn: (wish) => wishes.push(wish) > 0,
      fetchPreferences: () => Promise.resolve({ language: 'en', everything: true, chats }),
      fetchTranslations: (_chat, seqs, language) => {
        asked.push({ seqs, language });
        return answer(seqs);
      },
    });
    await translations.connected();
  });

  function english(seq: number, version = 1): MessageTranslationView {
    return {
      ...{ message: seq, version, language: 'en', sourceLanguage: 'es' },
      ...{ text: `message ${String(seq)}`, engine: 'apertium' },
    };
  }

  function said(seq: number, more: Partial<MessageView> = {}): MessageView {
    return { ...message(seq), senderId: ANA, postedAt: '2026-11-20T10:00:00Z', ...more };
  }

  it('tells the live connection what I want, each time it stands', async () => {
    expect(wishes).toEqual([{ language: 'en', everything: true, chats: [] }]);
    chats = { [CHAT]: false };
    await translations.connected();
    expect(wishes.at(-1)).toEqual({ language: 'en', everything: true, chats: [CHAT] });
    expect(translations.languageIn(CHAT)).toBeNull();
    expect(translations.languageIn('another')).toBe('en');
  });

  it('asks for what comes into sight together with one request', async () => {
    for (const seq of [3, 4, 5]) translations.want(said(seq));
    expect(translations.of(said(4))).toEqual({ kind: 'asked' });
    await clock.advance(50);
    expect(asked).toEqual([{ seqs: [3, 4, 5], language: 'en' }]);
    expect(translations.of(said(4))).toEqual({
      ...{ kind: 'translated', text: 'message 4', from: 'es', engine: 'apertium' },
    });
    translations.want(said(4));
    await clock.advance(1_000);
    expect(asked).toHaveLength(1);
  });

  it('asks for nothing of what I have said myself', async () => {
    translations.want(said(3, { senderId: ME }));
    await clock.advance(10_000);
    expect(asked).toEqual([]);
  });

  it('waits for the live connection to bring what was said just now', async () => {
    const now = said(7, { postedAt: new Date(NOW - 100).toISOString() });
    translations.want(now);
    await clock.advance(2_000);
    translations.heard({
      ...{ op: 'message.translated', chatId: CHAT, message: 7, version: 1, language: 'en' },
      ...{ sourceLanguage: 'es', text: 'live', engine: 'apertium' },
    });
    await clock.advance(10_000);
    expect(asked).toEqual([]);
    expect(translations.of(now)).toMatchObject({ kind: 'translated', text: 'live' });
  });

  it('asks for it after all when nothing came', async () => {
    translations.want(said(7, { postedAt: new Date(NOW - 100).toISOString() }));
    await clock.advance(5_000);
    await clock.advance(50);
    expect(asked).toEqual([{ seqs: [7], language: 'en' }]);
  });

  it('forgets the translation of what was edited', async () => {
    translations.want(said(3));
    await clock.advance(50);
    const edited = said(3, { version: 2, text: 'otra cosa' });
    expect(translations.of(edited)).toBeNull();
    answer = (seqs) => Promise.resolve(seqs.map((seq) => english(seq, 2)));
    translations.want(edited);
    await clock.advance(50);
    expect(translations.of(edited)).toMatchObject({ kind: 'translated' });
  });

  it('tries three times, and says then that it did not work', async () => {
    answer = () => Promise.reject(new Error('away'));
    translations.want(said(3));
    for (const wait of [50, 5_050, 10_050]) {
      await clock.advance(wait);
      await clock.advance(50);
    }
    expect(asked).toHaveLength(3);
    expect(translations.of(said(3))).toEqual({
      ...{ kind: 'none', reason: 'engines-failed', from: null },
    });
  });

  it('says once in a chat that nobody can translate a language', async () => {
    answer = (seqs) =>
      Promise.resolve(
        seqs.map((seq) => ({
          ...{ message: seq, version: 1, language: 'en', sourceLanguage: 'de' },
          reason: 'no-engine' as const,
        })),
      );
    translations.want(said(3));
    translations.want(said(4));
    await clock.advance(50);
    expect([3, 4].map((seq) => translations.saysSo(said(seq), 'de'))).toEqual([true, false]);
  });

  it('translates one message by hand, and shows what was written again', async () => {
    chats = { [CHAT]: false };
    await translations.connected();
    translations.want(said(3));
    expect(translations.of(said(3))).toBeNull();
    translations.ask(said(3));
    await clock.advance(50);
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
    expect(translations.showsOriginal(said(3))).toBe(false);
    translations.ask(said(3));
    expect(translations.showsOriginal(said(3))).toBe(true);
  });

  it('reads a chat in the language of the page when none was chosen', async () => {
    const fresh = someTranslations({
      readIn: (wish) => wishes.push(wish) > 0,
    });
    await fresh.connected();
    await fresh.chooseChat(CHAT, true);
    expect(fresh.languageIn(CHAT)).toBe('en');
    expect(wishes.at(-1)).toEqual({ language: 'en', everything: false, chats: [CHAT] });
    await fresh.chooseChat(CHAT, false);
    expect(fresh.languageIn(CHAT)).toBeNull();
  });
});
