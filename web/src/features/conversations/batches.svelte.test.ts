import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import {
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  FakeUnpacking,
  hello,
  ME,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import { Conversations } from './conversations.svelte';

it('shows what a batch changes once', async () => {
  const clock = new FakeClock();
  const unpacking = new FakeUnpacking();
  const sockets: FakeSocket[] = [];
  const conversations = new Conversations({
    me: ME,
    http: new HttpClient({
      base: '',
      tokens: null,
      fetch: () => Promise.resolve(new Response('{"items":[]}')),
    }),
    tokens: { current: () => 't', renew: () => Promise.resolve('t') },
    storage: new FakeStorage(),
    kept: new FakeKept(),
    clock,
    openSocket: (protocols) => {
      const socket = new FakeSocket(protocols);
      sockets.push(socket);
      return socket;
    },
    unpack: unpacking.unpack,
    signedOut: () => {},
  });
  conversations.start();
  await settled();
  sockets[0]?.receive(hello(clock, { chats: [summary({ lastSeq: 1 })] }));

  const shown: (number | undefined)[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      shown.push(conversations.chats.get(CHAT)?.lastSeq);
    });
  });
  flushSync();
  sockets[0]?.receiveBatch();
  const frames = Array.from({ length: 400 }, (_, i) => ({ op: 'entry', ...posted(i + 2) }));
  await unpacking.finish(...frames);
  flushSync();

  expect(shown).toEqual([1, 401]);
  stop();
  conversations.dispose();
});
