import { beforeEach, describe, expect, it } from 'vitest';
import type {
  MessageTranslationView,
  MessageView,
  TranslationPreferences,
} from '$platform/api/types';
import { ANA, CHAT, FakeClock, FakeStorage, ME, message, settled } from '../../test/fakes';
import { FakeTranslator } from '../../test/fakeTranslator';
import { someTranslations } from '../../test/someTranslations';
import { OnDeviceTranslator } from './onDevice';
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
    expect(translations.wishes.languageIn(CHAT)).toBeNull();
    expect(translations.wishes.languageIn('another')).toBe('en');
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

  it('asks anew for what the words of a chat have changed, and leaves other chats alone', async () => {
    const elsewhere = said(3, { chatId: 'another' });
    answer = (seqs) =>
      Promise.resolve(
        seqs.map((seq) =>
          seq === 4 ? { message: 4, version: 1, language: 'en', reason: 'no-words' } : english(seq),
        ),
      );
    for (const wanted of [said(3), said(4), elsewhere]) translations.want(wanted);
    await clock.advance(50);
    translations.want(said(5));
    translations.glossaryChanged(CHAT);
    expect(translations.of(said(3))).toBeNull();
    expect(translations.of(said(4))).toBeNull();
    expect(translations.of(said(5))).toEqual({ kind: 'asked' });
    expect(translations.of(elsewhere)).toMatchObject({ kind: 'translated' });
    translations.want(said(3));
    await clock.advance(50);
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
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

  it('tries three times, and once more when the connection comes back', async () => {
    answer = () => Promise.reject(new Error('away'));
    translations.want(said(3));
    await clock.advance(60_000);
    expect(asked).toHaveLength(3);
    expect(translations.of(said(3))).toEqual({
      ...{ kind: 'none', reason: 'engines-failed', from: null },
    });
    translations.want(said(3));
    await clock.advance(60_000);
    expect(asked).toHaveLength(3);
    answer = (seqs) => Promise.resolve(seqs.map((seq) => english(seq)));
    await translations.connected();
    translations.want(said(3));
    await clock.advance(50);
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
  });

  it('asks again, not for ever, for what an answer lacks', async () => {
    // It takes long, or another version of it is what the suite has.
    answer = (seqs) => Promise.resolve(seqs.filter((seq) => seq !== 4).map((seq) => english(seq)));
    translations.want(said(3));
    translations.want(said(4));
    await clock.advance(60_000);
    expect(asked.map(({ seqs }) => seqs)).toEqual([[3, 4], [4], [4]]);
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
  });

  it('names a hundred messages in a request at most', async () => {
    for (let seq = 1; seq <= 150; seq += 1) translations.want(said(seq));
    await clock.advance(50);
    expect(asked.map(({ seqs }) => seqs.length)).toEqual([100, 50]);
  });

  it('remembers the newest two thousand', () => {
    for (let seq = 1; seq <= 2_001; seq += 1) {
      translations.heard({
        ...{ op: 'message.translated', chatId: CHAT, message: seq, version: 1, language: 'en' },
        ...{ sourceLanguage: 'es', text: 'live', engine: 'apertium' },
      });
    }
    expect(translations.of(said(1))).toBeNull();
    expect(translations.of(said(2))).not.toBeNull();
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
    expect([3, 4].map((seq) => translations.saysSo(said(seq), 'no-engine', 'de'))).toEqual([
      true,
      false,
    ]);
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
    await fresh.wishes.chooseChat(CHAT, true);
    expect(fresh.wishes.languageIn(CHAT)).toBe('en');
    expect(wishes.at(-1)).toEqual({ language: 'en', everything: false, chats: [CHAT] });
    await fresh.wishes.chooseChat(CHAT, false);
    expect(fresh.wishes.languageIn(CHAT)).toBeNull();
  });

  it('asks again for preferences that could not be had', async () => {
    let down = true;
    const late = someTranslations({
      clock,
      fetchPreferences: () =>
        down
          ? Promise.reject(new Error('away'))
          : Promise.resolve({ language: 'es', everything: true, chats: {} }),
    });
    await late.connected();
    expect(late.wishes.preferences).toBeNull();
    down = false;
    await clock.advance(5_000);
    expect(late.wishes.languageIn(CHAT)).toBe('es');
  });

  it('is not talked out of a choice by an older answer', async () => {
    let answered: (view: TranslationPreferences) => void = () => {};
    const slow = someTranslations({
      clock,
      fetchPreferences: () => new Promise((done) => (answered = done)),
    });
    const connected = slow.connected();
    await slow.wishes.choose('es', true);
    answered({ language: null, everything: false, chats: {} });
    await connected;
    expect(slow.wishes.languageIn(CHAT)).toBe('es');
  });

  describe('on this device', () => {
    let browser: FakeTranslator;
    let storage: FakeStorage;

    beforeEach(async () => {
      browser = new FakeTranslator();
      browser.there.add('es-en');
      storage = new FakeStorage();
      translations = onDevice();
      await translations.connected();
      await translations.translateHere(true);
      wishes = [];
      asked = [];
    });

    function onDevice() {
      return someTranslations({
        ...{ clock, storage, device: new OnDeviceTranslator(browser) },
        readIn: (wish) => wishes.push(wish) > 0,
        fetchPreferences: () => Promise.resolve({ language: 'en', everything: true, chats }),
        fetchTranslations: (_chat, seqs, language) => {
          asked.push({ seqs, language });
          return answer(seqs);
        },
        translateText: () => Promise.reject(new Error('nothing leaves this device')),
      });
    }

    /** The browser has done what it was asked for. */
    async function done() {
      for (let turn = 0; turn < 10; turn += 1) await settled();
    }

    it('asks the suite for nothing', async () => {
      const now = said(7, { text: 'hola', postedAt: new Date(clock.now()).toISOString() });
      await translations.connected();
      translations.want(now);
      await clock.advance(10_000);
      await done();
      expect(translations.of(now)).toEqual({
        ...{ kind: 'translated', text: 'en(hola)', from: 'es', engine: 'this-device' },
      });
      expect(await translations.translate({ text: 'hola', target: 'en' })).toMatchObject({
        ...{ translated: true, translatedText: 'en(hola)', engine: 'this-device' },
      });
      expect(asked).toEqual([]);
      expect(new Set(wishes.map(({ language }) => language))).toEqual(new Set([null]));
    });

    it('keeps what it has translated when the words of a chat change, of which it knows nothing', async () => {
      await translations.connected();
      translations.want(said(3));
      await done();
      translations.glossaryChanged(CHAT);
      expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
    });

    it('is remembered here, and left again', async () => {
      expect(onDevice().wishes.onDevice).toBe(true);
      await translations.translateHere(false);
      expect(wishes.at(-1)).toEqual({ language: 'en', everything: true, chats: [] });
      expect(onDevice().wishes.onDevice).toBe(false);
    });

    it('downloads a language when the person asks for it, and then has the rest', async () => {
      browser.there.clear();
      browser.toBeHad.add('es-en');
      translations.want(said(3));
      translations.want(said(4));
      await done();
      const missing = { kind: 'none', reason: 'not-downloaded', from: 'es' };
      expect([3, 4].map((seq) => translations.of(said(seq)))).toEqual([missing, missing]);
      expect(translations.saysSo(said(3), 'not-downloaded', 'es')).toBe(true);
      browser.pressed = true;
      translations.ask(said(3));
      await done();
      expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
      expect(translations.of(said(4))).toBeNull();
    });

    it('is not chosen when the browser can not', async () => {
      await translations.translateHere(false);
      browser.detectorThere = false;
      const elsewhere = someTranslations({ storage, device: new OnDeviceTranslator(browser) });
      await expect(elsewhere.translateHere(true)).rejects.toThrow();
      expect(elsewhere.wishes.onDevice).toBe(false);
    });
  });
});
