import { beforeEach, describe, expect, it } from 'vitest';
import type { MessagePreviews, MessageView } from '$platform/api/types';
import { FakeClock, FakeStorage, message, settled } from '../../test/fakes';
import { hostOf, LinkPreviews, mayHaveLinks } from './linkPreviews.svelte';

const CAFE = { url: 'https://cafe.test/a', title: 'Café' };

describe('LinkPreviews', () => {
  const clock = new FakeClock();
  let storage: FakeStorage;
  let asked: { seq: number; answer: (previews: MessagePreviews) => void; fail: () => void }[];
  let previews: LinkPreviews;

  beforeEach(() => {
    storage = new FakeStorage();
    asked = [];
    previews = made();
  });

  function made(): LinkPreviews {
    return new LinkPreviews({ fetch: ask, clock, storage });
  }

  function ask({ seq }: MessageView): Promise<MessagePreviews> {
    return new Promise((answer, reject) => {
      asked.push({
        seq,
        answer,
        fail: () => {
          reject(new Error('away'));
        },
      });
    });
  }

  const seqs = () => asked.map(({ seq }) => seq);

  async function answer(at: number, items: readonly { url: string }[], pending = false) {
    asked[at]?.answer({ items: [...items], pending });
    await settled();
  }

  it('asks once for each version of a message', async () => {
    const cards = previews.of(message(1));
    previews.want(cards);
    previews.want(previews.of(message(1)));
    await answer(0, [CAFE]);
    previews.want(previews.of(message(1)));
    expect(previews.of(message(1)).items).toEqual([CAFE]);
    expect(asked).toHaveLength(1);

    previews.want(previews.of(message(1, { version: 2 })));
    expect(previews.of(message(1, { version: 2 })).items).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('asks for a few at a time, the last seen first, and not for what went out of sight', async () => {
    for (let seq = 1; seq <= 5; seq += 1) previews.want(previews.of(message(seq)));
    expect(seqs()).toEqual([1, 2]);
    previews.unwant(previews.of(message(5)));
    await answer(0, []);
    expect(seqs()).toEqual([1, 2, 4]);
    await answer(1, []);
    expect(seqs()).toEqual([1, 2, 4, 3]);
    await answer(2, []);
    await answer(3, []);
    expect(seqs()).toEqual([1, 2, 4, 3]);
  });

  it('shows what is there and asks again for what is not, but not for ever', async () => {
    const cards = previews.of(message(1));
    previews.want(cards);
    await answer(0, [CAFE], true);
    expect(cards.items).toEqual([CAFE]);
    await clock.advance(1_999);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    expect(asked).toHaveLength(2);
    await answer(1, [CAFE], true);
    await clock.advance(4_000);
    await answer(2, [CAFE], true);
    await clock.advance(60_000);
    previews.want(cards);
    expect(asked).toHaveLength(3);
  });

  it('says nothing about a failure, and tries again when the message is seen again', async () => {
    const cards = previews.of(message(1));
    previews.want(cards);
    asked[0]?.fail();
    await settled();
    expect(cards.items).toEqual([]);
    previews.want(cards);
    await answer(1, [CAFE]);
    expect(cards.items).toEqual([CAFE]);
  });

  it('shows no card for this application, nor for what is no address of a page', async () => {
    const cards = previews.of(message(1));
    previews.want(cards);
    const others = [`${location.origin}/chats`, 'javascript:alert(1)', 'nonsense', CAFE.url];
    await answer(
      0,
      others.map((url) => ({ url, title: 'x' })),
    );
    expect(cards.items.map(({ url }) => url)).toEqual([CAFE.url]);
  });

  it('asks for nothing when the person wants none, also at the next visit', () => {
    previews.hide(true);
    previews = made();
    expect(previews.hidden).toBe(true);
    previews.want(previews.of(message(1)));
    expect(asked).toHaveLength(0);
    previews.hide(false);
    expect(made().hidden).toBe(false);
  });

  it('remembers a bounded number of messages', async () => {
    const first = previews.of(message(1));
    for (let seq = 2; seq <= 501; seq += 1) previews.of(message(seq));
    expect(previews.of(message(1))).not.toBe(first);
    expect(previews.of(message(501))).toBe(previews.of(message(501)));
    await settled();
  });

  it('asks for nothing more once it is disposed of', async () => {
    previews.want(previews.of(message(1)));
    await answer(0, [], true);
    previews.dispose();
    await clock.advance(60_000);
    expect(asked).toHaveLength(1);
  });
});

describe('links', () => {
  it.each([
    ['https://a.test', true],
    ['see HTTP://a.test', true],
    ['a.test', false],
    ['https:// a', false],
  ])('in %s', (text, has) => {
    expect(mayHaveLinks(text)).toBe(has);
  });

  it.each([
    ['https://www.a.test/b', 'a.test'],
    ['http://a.test:8080/', 'a.test:8080'],
    ['ftp://a.test/', null],
    ['a.test', null],
  ])('%s leads to %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});
