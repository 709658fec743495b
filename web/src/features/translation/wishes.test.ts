import { beforeEach, describe, expect, it } from 'vitest';
import type { TranslationPreferences } from '$platform/api/types';
import { CHAT, FakeClock, FakeStorage, settled } from '../../test/fakes';
import { Wishes, type ReadIn, type WishesOptions } from './wishes.svelte';

const NOTHING: TranslationPreferences = { language: null, everything: false, chats: {} };

describe('what I want to read in which language', () => {
  let clock: FakeClock;
  let storage: FakeStorage;
  let kept: TranslationPreferences;
  /** What the suite was asked to keep. */
  let written: unknown[];
  let told: ReadIn[];
  let down: boolean;
  let fetched: number;

  beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    kept = NOTHING;
    written = [];
    told = [];
    down = false;
    fetched = 0;
  });

  function wishes(more: Partial<WishesOptions> = {}): Wishes {
    return new Wishes({
      clock,
      storage,
      readIn: (wish) => told.push(wish) > 0,
      fetchPreferences: () => {
        fetched += 1;
        return down ? Promise.reject(new Error('away')) : Promise.resolve(kept);
      },
      savePreferences: (wish) => {
        written.push(wish);
        kept = { ...kept, ...wish };
        return Promise.resolve(kept);
      },
      saveChatChoice: (chatId, translate) => {
        written.push([chatId, translate]);
        return Promise.resolve();
      },
      dropChatChoice: (chatId) => {
        written.push([chatId]);
        return Promise.resolve();
      },
      hasDevice: false,
      changed: () => {},
      ...more,
    });
  }

  it('is told to the live connection, each time it stands', async () => {
    kept = { language: 'en', everything: true, chats: {} };
    const mine = wishes();
    await mine.connected();
    expect(told).toEqual([{ language: 'en', everything: true, chats: [] }]);
    kept = { ...kept, chats: { [CHAT]: false } };
    await mine.connected();
    expect(told.at(-1)).toEqual({ language: 'en', everything: true, chats: [CHAT] });
    expect(mine.languageIn(CHAT)).toBeNull();
    expect(mine.languageIn('another')).toBe('en');
  });

  it('is to read a chat in the language of the page when none was chosen', async () => {
    const mine = wishes();
    await mine.connected();
    await mine.chooseChat(CHAT, true);
    expect(written).toEqual([{ language: 'en', everything: false }, [CHAT, true]]);
    expect(mine.languageIn(CHAT)).toBe('en');
    expect(told.at(-1)).toEqual({ language: 'en', everything: false, chats: [CHAT] });
    await mine.chooseChat(CHAT, false);
    expect(mine.languageIn(CHAT)).toBeNull();
  });

  it('is not guessed: a choice for a chat waits until it is known', async () => {
    kept = { language: 'fr', everything: true, chats: {} };
    let answer: () => void = () => {};
    const mine = wishes({
      fetchPreferences: () =>
        new Promise((done) => {
          answer = () => {
            done(kept);
          };
        }),
    });
    const chosen = mine.chooseChat(CHAT, false);
    await settled();
    expect(written).toEqual([]);
    answer();
    await chosen;
    expect(written).toEqual([[CHAT, false]]);
    expect(mine.preferences).toEqual({ ...kept, chats: { [CHAT]: false } });
  });

  it('is not overwritten while it can not be had', async () => {
    down = true;
    const mine = wishes();
    await expect(mine.chooseChat(CHAT, true)).rejects.toThrow('away');
    await expect(mine.choose(null)).rejects.toThrow('away');
    expect(written).toEqual([]);
    expect(mine.preferences).toBeNull();
  });

  it('is not overwritten by what was kept here from the last visit', async () => {
    await wishes().connected();
    kept = { language: 'fr', everything: true, chats: {} };
    const mine = wishes();
    await mine.chooseChat(CHAT, false);
    expect(written).toEqual([[CHAT, false]]);
  });

  it('still has a language for single chats when nothing else is translated', async () => {
    kept = { language: 'fr', everything: true, chats: {} };
    const mine = wishes();
    await mine.choose(null);
    expect(written).toEqual([{ language: 'fr', everything: false }]);
  });

  it('follows in a chat what is so in general once it is the same', async () => {
    kept = { language: 'en', everything: true, chats: {} };
    const mine = wishes();
    await mine.connected();
    await mine.chooseChat(CHAT, false);
    await mine.chooseChat(CHAT, true);
    expect(written).toEqual([[CHAT, false], [CHAT]]);
    expect(mine.preferences?.chats).toEqual({});
    await mine.choose(null);
    expect(mine.languageIn(CHAT)).toBeNull();
  });

  it('is asked for until it can be had, seldomer each time', async () => {
    down = true;
    const mine = wishes();
    await mine.connected();
    await clock.advance(3_600_000);
    expect(mine.preferences).toBeNull();
    expect(fetched).toBeGreaterThan(15);
    expect(fetched).toBeLessThan(50);
    down = false;
    kept = { language: 'es', everything: true, chats: {} };
    await clock.advance(300_000);
    expect(mine.languageIn(CHAT)).toBe('es');
    fetched = 0;
    await clock.advance(3_600_000);
    expect(fetched).toBe(0);
  });

  it('is not changed by an answer that is older than a choice', async () => {
    let answered: (view: TranslationPreferences) => void = () => {};
    const slow = wishes({ fetchPreferences: () => new Promise((done) => (answered = done)) });
    const connected = slow.connected();
    await slow.choose('es');
    answered(NOTHING);
    await connected;
    expect(slow.languageIn(CHAT)).toBe('es');
  });

  it('begins with what was known at the last visit', async () => {
    kept = { language: 'en', everything: true, chats: {} };
    await wishes().connected();
    down = true;
    expect(wishes().languageIn(CHAT)).toBe('en');
  });

  it('begins with nothing where what is kept can not be read', () => {
    storage.set('translation.preferences.1', '{"everything":');
    expect(wishes().preferences).toBeNull();
    storage.set('translation.preferences.1', '{"language":"en"}');
    expect(wishes().preferences).toBeNull();
  });

  it('is the same in all tabs', async () => {
    const other = wishes({ storage: new FakeStorage(storage) });
    const mine = wishes();
    told = [];
    await mine.choose('es');
    expect(other.languageIn(CHAT)).toBe('es');
    expect(told).toHaveLength(2);
  });

  it('is not heard of any more once it is disposed of, whatever was under way', async () => {
    let fail: (error: Error) => void = () => {};
    const mine = wishes({
      fetchPreferences: () => {
        fetched += 1;
        return new Promise((_, reject) => (fail = reject));
      },
    });
    const connected = mine.connected();
    mine.dispose();
    fail(new Error('away'));
    await connected;
    await clock.advance(3_600_000);
    expect(fetched).toBe(1);
  });
});
