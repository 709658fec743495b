import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageTranslationView, MessageView } from '$platform/api/types';
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

  function live(seq: number) {
    return {
      ...{ op: 'message.translated' as const, chatId: CHAT, message: seq, version: 1 },
      ...{ language: 'en', sourceLanguage: 'es', text: 'live', engine: 'apertium' },
    };
  }

  function failed(seq: number) {
    return {
      ...{ op: 'message.untranslated' as const, chatId: CHAT, message: seq, version: 1 },
      ...{ language: 'en', sourceLanguage: 'es', reason: 'engines-failed' as const },
    };
  }

  function said(seq: number, more: Partial<MessageView> = {}): MessageView {
    return { ...message(seq), senderId: ANA, postedAt: '2026-11-20T10:00:00Z', ...more };
  }

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

  it.each([-600_000, 600_000])(
    'knows what is said just now by the clock of the suite (%i)',
    async (ahead) => {
      const other = someTranslations({
        clock,
        serverNow: () => clock.now() + ahead,
        fetchPreferences: () => Promise.resolve({ language: 'en', everything: true, chats: {} }),
        fetchTranslations: (_chat, seqs, language) => {
          asked.push({ seqs, language });
          return answer(seqs);
        },
      });
      await other.connected();
      other.want(said(7, { postedAt: new Date(NOW + ahead - 100).toISOString() }));
      other.want(said(8, { postedAt: new Date(NOW + ahead - 60_000).toISOString() }));
      await clock.advance(2_000);
      expect(asked).toEqual([{ seqs: [8], language: 'en' }]);
      await clock.advance(5_000);
      expect(asked.at(-1)).toEqual({ seqs: [7], language: 'en' });
    },
  );

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

  it('says once in a chat that nobody can translate a language, where the newest is', async () => {
    answer = (seqs) =>
      Promise.resolve(
        seqs.map((seq) => ({
          ...{ message: seq, version: 1, language: 'en', sourceLanguage: 'de' },
          reason: 'no-engine' as const,
        })),
      );
    const saying = () =>
      [2, 3, 4].filter((seq) => translations.saysSo(said(seq), 'no-engine', 'de'));
    translations.want(said(3));
    translations.want(said(4));
    await clock.advance(50);
    expect(saying()).toEqual([4]);
    // Somebody looks at what was said before.
    translations.want(said(2));
    await clock.advance(50);
    expect(saying()).toEqual([4]);
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

  it('keeps a translation that came after all, when the connection comes back', async () => {
    answer = () => Promise.reject(new Error('away'));
    translations.want(said(3));
    await clock.advance(60_000);
    expect(translations.of(said(3))).toMatchObject({ kind: 'none', reason: 'engines-failed' });
    translations.heard(live(3));
    await translations.connected();
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated', text: 'live' });
    translations.heard(failed(3));
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated', text: 'live' });
  });

  it('asks again for what the suite says has failed', async () => {
    answer = (seqs) =>
      Promise.resolve(
        seqs.map((seq) => ({
          ...{ message: seq, version: 1, language: 'en' },
          reason: 'engines-failed' as const,
        })),
      );
    translations.heard(failed(2));
    translations.want(said(2));
    translations.want(said(3, { postedAt: new Date(NOW - 100).toISOString() }));
    translations.heard(failed(3));
    translations.want(said(4));
    await clock.advance(60_000);
    expect(translations.of(said(4))).toMatchObject({ kind: 'none', reason: 'engines-failed' });
    answer = (seqs) => Promise.resolve(seqs.map((seq) => english(seq)));
    await clock.advance(300_000);
    const kinds = [2, 3, 4].map((seq) => translations.of(said(seq))?.kind);
    expect(kinds).toEqual(['translated', 'translated', 'translated']);
  });

  it('asks for what failed again when it comes back into sight', async () => {
    answer = () => Promise.reject(new Error('away'));
    const leave = translations.want(said(3));
    await clock.advance(60_000);
    leave();
    await clock.advance(3_600_000);
    asked = [];
    answer = (seqs) => Promise.resolve(seqs.map((seq) => english(seq)));
    await clock.advance(3_600_000);
    expect(asked).toEqual([]);
    translations.want(said(3));
    await clock.advance(50);
    expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
  });

  it('asks for nothing more when the chat is read as it was written, and anew when it is not', async () => {
    answer = () => Promise.reject(new Error('away'));
    translations.want(said(3));
    await clock.advance(50);
    asked = [];
    await translations.wishes.chooseChat(CHAT, false);
    await clock.advance(600_000);
    expect(asked).toEqual([]);
    await translations.wishes.chooseChat(CHAT, true);
    expect(translations.of(said(3))).toBeNull();
    translations.want(said(3));
    await clock.advance(50);
    expect(asked).toEqual([{ seqs: [3], language: 'en' }]);
  });

  it('asks in another language once that is chosen, and no more in the one before', async () => {
    answer = () => Promise.reject(new Error('away'));
    translations.want(said(3));
    await clock.advance(50);
    asked = [];
    await translations.wishes.choose('fr');
    translations.want(said(3));
    await clock.advance(60_000);
    expect(new Set(asked.map(({ language }) => language))).toEqual(new Set(['fr']));
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
      expect(translations.saysSo(said(4), 'not-downloaded', 'es')).toBe(true);
      browser.pressed = true;
      translations.ask(said(3));
      await done();
      expect(translations.of(said(3))).toMatchObject({ kind: 'translated' });
      expect(translations.of(said(4))).toBeNull();
    });

    it('asks the suite for nothing that was asked for before', async () => {
      await translations.translateHere(false);
      answer = () => Promise.reject(new Error('away'));
      translations.want(said(3));
      await clock.advance(50);
      asked = [];
      await translations.translateHere(true);
      await clock.advance(600_000);
      expect(asked).toEqual([]);
    });

    it('translates nothing more once the suite does', async () => {
      translations.want(said(3, { text: 'hola' }));
      await translations.translateHere(false);
      await done();
      expect(browser.given).toEqual([]);
      await translations.translateHere(true);
      translations.want(said(3, { text: 'hola' }));
      await done();
      expect(browser.given).toEqual(['hola']);
    });

    it('downloads nothing for what was asked for by hand before', async () => {
      browser.pressed = true;
      translations.want(said(3));
      translations.ask(said(3));
      await done();
      browser.there.clear();
      browser.toBeHad.add('es-en');
      // An edit is another text.
      const edited = said(3, { version: 2, text: 'otra cosa' });
      translations.want(edited);
      await done();
      expect(translations.of(edited)).toMatchObject({ reason: 'not-downloaded' });
      expect(browser.there.size).toBe(0);
    });

    it('leaves no model open when the person logs out', async () => {
      translations.want(said(3));
      await done();
      expect(browser.open).toBe(2);
      translations.dispose();
      await done();
      expect(browser.open).toBe(0);
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
