import { beforeEach, describe, expect, it } from 'vitest';
import type { DraftView } from '$platform/api/types';
import { NetworkError } from '$platform/http';
import { CHAT, FakeClock, FakeStorage, settled } from '../../test/fakes';
import { Drafts, placeOf } from './drafts.svelte';

describe('Drafts', () => {
  let clock: FakeClock;
  let storage: FakeStorage;
  let written: { chatId: string; thread: number | null; text: string; baseVersion: number }[];
  let online: boolean;
  let replaced: DraftView['replaced'];
  let drafts: Drafts;

  const open = () =>
    new Drafts({
      storage,
      clock,
      write: (place, draft) => {
        if (!online) return Promise.reject(new NetworkError());
        const { text, baseVersion } = draft;
        written.push({ ...place, text, baseVersion });
        const version = baseVersion + 1;
        return Promise.resolve({ chatId: place.chatId, text, version, replaced: replaced ?? null });
      },
    });
  const theirs = (text: string, version: number): DraftView => ({ chatId: CHAT, text, version });

  beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    written = [];
    online = true;
    replaced = null;
    drafts = open();
  });

  it('keeps each keystroke, and tells the server when it is quiet', async () => {
    drafts.write(CHAT, 'h');
    drafts.write(CHAT, 'hola');
    expect(open().read(CHAT).text).toBe('hola');
    await clock.advance(1_000);
    drafts.write(CHAT, 'hola a todos');
    await clock.advance(1_000);
    expect(written).toMatchObject([
      { text: 'hola', baseVersion: 0, thread: null },
      { text: 'hola a todos', baseVersion: 1 },
    ]);
  });

  it('keeps threads apart, and forgets what was sent', async () => {
    const place = placeOf(CHAT, 7);
    drafts.write(place, 'in the thread');
    await clock.advance(1_000);
    expect(written).toMatchObject([{ chatId: CHAT, thread: 7 }]);
    expect(drafts.read(CHAT).text).toBe('');
    drafts.write(place, '');
    await clock.advance(1_000);
    expect(written.at(-1)).toMatchObject({ text: '', baseVersion: 1 });
    expect(storage.keys('')).toEqual([]);
  });

  it('knows what a draft was before it was translated, over a reload, until nothing is left of it', () => {
    const written = '/translate spanish good morning';
    const translated = { written, text: 'buenos días', language: 'es', engine: 'apertium' };
    drafts.write(CHAT, written);
    drafts.keepTranslated(CHAT, translated);
    drafts.write(CHAT, 'buenos días');
    drafts.write(CHAT, 'buenos días a todos');
    drafts = open();
    expect(drafts.translated(CHAT)).toEqual(translated);
    drafts.write(CHAT, '');
    expect(drafts.translated(CHAT)).toBeNull();
    drafts.write(CHAT, 'something else');
    expect(drafts.translated(CHAT)).toBeNull();
  });

  it.each([
    ['is as it was written again', () => drafts.write(CHAT, '/translate spanish hi')],
    ['was changed elsewhere', () => drafts.heard(theirs('from the phone', 4))],
    ['was given up', () => drafts.keepTranslated(CHAT, null)],
  ])('forgets that a draft was translated when it %s', async (_what, change) => {
    const written = '/translate spanish hi';
    drafts.write(CHAT, 'hola');
    drafts.keepTranslated(CHAT, { written, text: 'hola', language: 'es', engine: 'apertium' });
    await clock.advance(1_000);
    expect(drafts.translated(CHAT)).not.toBeNull();
    change();
    expect(drafts.translated(CHAT)).toBeNull();
  });

  it('tells after a reconnect what was typed without one', async () => {
    online = false;
    drafts.write(CHAT, 'offline');
    await clock.advance(1_000);
    online = true;
    drafts = open();
    drafts.synced([]);
    await settled();
    expect(written).toMatchObject([{ text: 'offline' }]);
  });

  it('takes a newer draft of another device where nothing was typed', () => {
    drafts.heard(theirs('from the phone', 4));
    expect(drafts.read(CHAT).text).toBe('from the phone');
    expect(drafts.offer(CHAT)).toBeNull();
    drafts.heard(theirs('older', 3));
    expect(drafts.read(CHAT).text).toBe('from the phone');
  });

  it('never overwrites what was typed: it offers', async () => {
    drafts.write(CHAT, 'typed here');
    drafts.heard(theirs('from the phone', 4));
    expect(drafts.read(CHAT).text).toBe('typed here');
    expect(drafts.offer(CHAT)?.text).toBe('from the phone');
    drafts.decline(CHAT);
    await clock.advance(1_000);
    expect(written.at(-1)).toMatchObject({ text: 'typed here', baseVersion: 4 });
    drafts.write(CHAT, 'typed again');
    drafts.heard(theirs('and again', 9));
    expect(drafts.accept(CHAT).text).toBe('and again');
    expect(drafts.offer(CHAT)).toBeNull();
  });

  it('offers what the server says was written over', async () => {
    replaced = { text: 'on the train', version: 6 };
    drafts.write(CHAT, 'at the desk');
    await clock.advance(1_000);
    expect(drafts.read(CHAT).text).toBe('at the desk');
    expect(drafts.offer(CHAT)?.text).toBe('on the train');
  });
});
