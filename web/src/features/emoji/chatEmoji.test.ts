import { beforeEach, describe, expect, it } from 'vitest';
import type { EmojiView } from '$platform/api/types';
import { NetworkError, ProblemError } from '$platform/http';
import { ANA, CHAT, FakeClock, FakeKept, settled } from '../../test/fakes';
import { ChatEmoji } from './chatEmoji.svelte';

function view(name: string, mediaId = `m-${name}`): EmojiView {
  return { name, mediaId, addedBy: ANA, addedAt: '2026-11-20T11:00:00Z' };
}

describe('ChatEmoji', () => {
  let clock: FakeClock;
  let kept: FakeKept;
  let asked: string[];
  let answers: (() => void)[];
  let served: readonly EmojiView[];
  let failure: Error | null;
  let emoji: ChatEmoji;

  beforeEach(() => {
    clock = new FakeClock();
    kept = new FakeKept();
    asked = [];
    answers = [];
    served = [view('party')];
    failure = null;
    emoji = begin();
  });

  function begin(): ChatEmoji {
    return new ChatEmoji({ fetch, clock, kept });
  }

  /** Answers as things are when it is asked, some time. */
  function fetch(chatId: string): Promise<readonly EmojiView[]> {
    asked.push(chatId);
    const [items, error] = [served, failure];
    return new Promise((resolve, reject) => {
      answers.push(() => {
        if (error === null) resolve(items);
        else reject(error);
      });
    });
  }

  async function answered(): Promise<void> {
    for (const answer of answers.splice(0)) answer();
    await settled();
  }

  const names = () => emoji.of(CHAT).items.map(({ name }) => name);

  it('asks when a chat is shown, and again only when its log says so', async () => {
    const away = emoji.show(CHAT, 7);
    await answered();
    expect(names()).toEqual(['party']);
    expect(emoji.of(CHAT).find('party')?.mediaId).toBe('m-party');
    expect(emoji.of(CHAT).find('ship-it')).toBeNull();
    away();
    emoji.show(CHAT, 7)();
    expect(asked).toHaveLength(1);
    served = [view('ship-it'), view('party', 'another')];
    emoji.show(CHAT, 9);
    await answered();
    expect(asked).toHaveLength(2);
    expect(names()).toEqual(['party', 'ship-it']);
    expect(emoji.of(CHAT).find('party')?.mediaId).toBe('another');
  });

  it('asks once more when they changed while the answer was on its way', async () => {
    const away = emoji.show(CHAT, 7);
    served = [view('late')];
    emoji.show(CHAT, 8);
    away();
    expect(asked).toHaveLength(1);
    await answered();
    expect(names()).toEqual(['party']);
    await answered();
    expect(names()).toEqual(['late']);
    await clock.advance(600_000);
    expect(asked).toHaveLength(2);
  });

  it('shows what was known while nobody answers, asks later and later, and ends some time', async () => {
    emoji.show(CHAT, 7);
    await answered();
    failure = new NetworkError(new TypeError('offline'));
    emoji.show(CHAT, 8);
    const times: number[] = [];
    const began = clock.now();
    for (let second = 0; second < 1_200; second += 1) {
      if (answers.length > 0) times.push((clock.now() - began) / 1_000);
      await answered();
      await clock.advance(1_000);
    }
    expect(times).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
    expect(names()).toEqual(['party']);
    failure = null;
    served = [];
    emoji.reachable();
    await answered();
    expect(names()).toEqual([]);
  });

  it('does not go on asking for a chat nobody looks at, nor for one that is not mine', async () => {
    failure = new NetworkError(new TypeError('offline'));
    const away = emoji.show(CHAT, 7);
    await answered();
    away();
    failure = new ProblemError({ type: 'urn:tertulia:problem:not-found', title: '', status: 404 });
    emoji.show('another', 1);
    await answered();
    await clock.advance(600_000);
    expect(asked).toEqual([CHAT, 'another']);
    expect(emoji.of(CHAT).known).toBe(false);
  });

  it('begins with what was known at the last visit, and asks for nothing that has not changed', async () => {
    emoji.show(CHAT, 7);
    await answered();
    emoji.dispose();
    emoji = begin();
    await emoji.start();
    expect(names()).toEqual(['party']);
    emoji.show(CHAT, 7);
    expect(asked).toHaveLength(1);
    emoji.show(CHAT, 8);
    expect(asked).toHaveLength(2);
  });

  it('shows at once what I added and took away', async () => {
    emoji.show(CHAT, 7);
    await answered();
    emoji.added(CHAT, view('able'));
    emoji.added(CHAT, view('party', 'another'));
    expect(emoji.of(CHAT).items.map(({ mediaId }) => mediaId)).toEqual(['m-able', 'another']);
    emoji.removed(CHAT, 'able');
    expect(names()).toEqual(['party']);
  });

  it('remembers a hundred chats, those in sight among them', async () => {
    emoji.show(CHAT, 7);
    await answered();
    for (let chat = 0; chat < 150; chat += 1) {
      emoji.show(`chat ${String(chat)}`, 1)();
      await answered();
    }
    expect(names()).toEqual(['party']);
    expect(kept.values.get('emoji.1')).toHaveLength(100);
    emoji.show('chat 149', 1)();
    expect(asked).toHaveLength(151);
    emoji.show('chat 0', 1)();
    expect(asked).toHaveLength(152);
  });
});
