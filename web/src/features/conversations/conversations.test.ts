import { beforeEach, describe, expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import type { LogEntry } from '$platform/realtime';
import {
  ANA,
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  ME,
  message,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import { worthKeeping } from './chatCache';
import { Conversations } from './conversations.svelte';

class Suite {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
  readonly kept: FakeKept;
  readonly sockets: FakeSocket[] = [];
  readonly requests: string[] = [];
  pages: unknown[] = [];
  readonly conversations: Conversations;

  constructor(kept = new FakeKept()) {
    this.kept = kept;
    this.conversations = new Conversations({
      me: ME,
      http: new HttpClient({
        base: '',
        tokens: null,
        fetch: (input) => {
          this.requests.push(input as string);
          if (this.pages[0] === 'lost' && this.pages.shift()) {
            return Promise.reject(new TypeError('Failed to fetch'));
          }
          const page = this.pages.shift() ?? { items: [], before: null, after: null };
          return Promise.resolve(new Response(JSON.stringify(page)));
        },
      }),
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage: this.storage,
      kept: this.kept,
      clock: this.clock,
      openSocket: (protocols) => {
        const socket = new FakeSocket(protocols);
        this.sockets.push(socket);
        return socket;
      },
      signedOut: () => {},
    });
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('nothing was opened');
    return socket;
  }

  get log() {
    const log = this.conversations.chats.get(CHAT);
    if (log === undefined) throw new Error('the chat is not known');
    return log;
  }

  async connect(...chats: ReturnType<typeof summary>[]): Promise<void> {
    this.conversations.start();
    await this.greet(...chats);
  }

  async greet(...chats: ReturnType<typeof summary>[]): Promise<void> {
    await settled();
    this.socket.receive(
      hello(this.clock, { chats, presence: [{ userId: ANA, status: 'online' }] }),
    );
  }

  async reconnect(...chats: ReturnType<typeof summary>[]): Promise<void> {
    this.socket.hangUp(1012);
    await this.clock.advance(1_000);
    await this.greet(...chats);
  }

  entry(entry: LogEntry): void {
    this.socket.receive({ op: 'entry', ...entry });
  }
}

describe('Conversations', () => {
  let suite: Suite;
  beforeEach(() => {
    suite = new Suite();
  });

  it('knows chats and who is online from the hello, then follows', async () => {
    await suite.connect(summary({ unread: 2, lastSeq: 3 }));
    expect(suite.conversations.ready).toBe(true);
    expect(suite.log.unread).toBe(2);
    expect(suite.conversations.online.has(ANA)).toBe(true);
    suite.socket.receive({ op: 'presence', userId: ANA, status: 'offline' });
    suite.entry(posted(4));
    expect(suite.conversations.online.has(ANA)).toBe(false);
    expect(suite.log).toMatchObject({ unread: 3, lastSeq: 4, lastMessage: { seq: 4 } });
  });

  it('resumes an open chat from where it was, and takes the summary of a closed one', async () => {
    await suite.connect(summary({ lastSeq: 2 }));
    suite.pages = [{ items: [message(2)], before: null, after: null }];
    await suite.conversations.pages.open(CHAT);
    const closed = summary({ chatId: 'closed', lastSeq: 9 });
    await suite.reconnect(summary({ lastSeq: 4, unread: 2 }), closed);
    expect(suite.socket.sent).toEqual([{ op: 'resume', chats: { [CHAT]: 2 } }]);
    suite.entry(posted(3));
    suite.entry(posted(4));
    suite.socket.receive({ op: 'resumed', chats: { [CHAT]: 4 } });
    expect(suite.log).toMatchObject({ lastSeq: 4, unread: 2 });
    expect(suite.log.messages.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(suite.conversations.chats.get('closed')?.lastSeq).toBe(9);
  });

  it('asks once for a gap in what comes live', async () => {
    await suite.connect(summary({ lastSeq: 1 }));
    suite.entry(posted(4));
    suite.entry(posted(5));
    expect(suite.socket.sent).toEqual([{ op: 'resume', chats: { [CHAT]: 1 } }]);
    suite.entry(posted(2));
    suite.entry(posted(3));
    expect(suite.log.lastSeq).toBe(5);
  });

  it('begins a window anew when a resume does not bring what it says', async () => {
    await suite.connect(summary({ lastSeq: 1 }));
    await suite.conversations.pages.open(CHAT);
    suite.entry(posted(5));
    suite.socket.receive({ op: 'resumed', chats: { [CHAT]: 5 } });
    expect(suite.log).toMatchObject({ lastSeq: 5, window: 'closed' });
    suite.pages = [{ items: [message(4), message(5)], before: '4', after: null }];
    await suite.conversations.pages.open(CHAT);
    expect(suite.log).toMatchObject({ lastSeq: 5, window: 'open', before: '4' });
  });

  it('shows an optimistic message that becomes the real one in place', async () => {
    await suite.connect(summary());
    suite.conversations.send(CHAT, 'hola');
    const [sent] = suite.socket.sent;
    const clientMessageId = sent?.['clientMessageId'] as string;
    const pending = () => suite.conversations.pending.get(CHAT)?.map(({ state }) => state);
    expect(pending()).toEqual(['sending']);
    suite.socket.receive({
      op: 'message.ack',
      chatId: CHAT,
      clientMessageId,
      messageId: 'm',
      seq: 2,
      postedAt: '',
    });
    expect(pending()).toEqual(['sent']);
    suite.entry(posted(2, { senderId: ME, clientMessageId, text: 'hola' }));
    expect(pending()).toEqual([]);
    expect(suite.log).toMatchObject({ lastSeq: 2, unread: 0 });
  });

  it('sends after a reconnect what was under way, and finds what had arrived', async () => {
    await suite.connect(summary());
    await suite.conversations.pages.open(CHAT);
    suite.conversations.send(CHAT, 'hola');
    const clientMessageId = suite.socket.sent.at(-1)?.['clientMessageId'] as string;
    await suite.reconnect(summary({ lastSeq: 2 }));
    expect(suite.socket.sent).toEqual([
      { op: 'resume', chats: { [CHAT]: 1 } },
      { op: 'message.send', chatId: CHAT, clientMessageId, text: 'hola' },
    ]);
    suite.entry(posted(2, { senderId: ME, clientMessageId }));
    expect(suite.conversations.unsent).toBe(0);
  });

  it('marks as read at once, and tells again what did not get through', async () => {
    await suite.connect(summary({ lastSeq: 3, readSeq: 1, unread: 2 }));
    suite.socket.hangUp(1006);
    suite.conversations.markRead(CHAT, 3);
    expect(suite.log.unread).toBe(0);
    await suite.clock.advance(1_000);
    await suite.greet(summary({ lastSeq: 3, readSeq: 1, unread: 2 }));
    expect(suite.socket.sent).toEqual([{ op: 'read', chatId: CHAT, seq: 3 }]);
    expect(suite.log.unread).toBe(0);
  });

  it('gains and loses chats', async () => {
    await suite.connect();
    suite.socket.receive({ op: 'chat.added', chat: summary({ lastSeq: 0 }) });
    suite.entry({
      type: 'chat.opened',
      chatId: CHAT,
      seq: 1,
      kind: 'group',
      title: 'Libros',
      createdBy: ANA,
      members: [],
      at: '',
    });
    expect(suite.log).toMatchObject({ lastSeq: 1, title: 'Libros' });
    suite.socket.receive({ op: 'chat.removed', chatId: CHAT });
    expect(suite.conversations.chats.size).toBe(0);
  });

  it('tells what has come of chats whose members see it, gathered', async () => {
    await suite.connect(summary({ lastSeq: 1, receipts: true }));
    suite.entry(posted(2));
    suite.entry(posted(3));
    const delivered = () => suite.socket.sent.filter((frame) => frame['op'] === 'delivered');
    expect(delivered()).toEqual([]);
    await suite.clock.advance(2_000);
    expect(delivered()).toEqual([{ op: 'delivered', chats: { [CHAT]: 3 } }]);
    suite.entry(posted(4));
    suite.conversations.markRead(CHAT, 4);
    await suite.clock.advance(2_000);
    expect(delivered().at(-1)).toEqual({ op: 'delivered', chats: { [CHAT]: 4 } });
  });

  it('forgets chats I am out of when I come back', async () => {
    await suite.connect(summary());
    await suite.reconnect();
    expect(suite.conversations.chats.size).toBe(0);
  });

  it('tells listeners what happens now, not what is caught up', async () => {
    const heard: number[] = [];
    suite.conversations.listen(({ seq }) => heard.push(seq));
    await suite.connect(summary({ lastSeq: 1 }));
    await suite.conversations.pages.open(CHAT);
    await suite.reconnect(summary({ lastSeq: 3 }));
    for (const seq of [2, 3, 4]) suite.entry(posted(seq));
    expect(heard).toEqual([4]);
  });

  it('begins with what was known at the last visit, and catches up from there', async () => {
    await suite.connect(summary({ lastSeq: 2 }));
    suite.pages = [{ items: [message(1), message(2)], before: null, after: null }];
    await suite.conversations.pages.open(CHAT);
    await suite.clock.advance(1_000);

    const next = new Suite(suite.kept);
    next.conversations.start();
    await settled();
    expect(next.conversations.ready).toBe(false);
    expect(next.log.messages).toHaveLength(2);
    await next.greet(summary({ lastSeq: 3, unread: 1 }));
    expect(next.socket.sent).toEqual([{ op: 'resume', chats: { [CHAT]: 2 } }]);
    next.entry(posted(3));
    expect(next.log.messages).toHaveLength(3);
    expect(next.log.unread).toBe(1);
  });

  it('begins with what an earlier version kept, which knew of no pictures', async () => {
    await suite.connect(summary({ lastSeq: 2 }));
    await suite.clock.advance(1_000);
    const [kept] = (await suite.kept.read<Record<string, unknown>[]>('chats.4')) ?? [];
    delete kept?.['pictureId'];
    await suite.kept.write('chats.4', [kept]);

    const next = new Suite(suite.kept);
    next.conversations.start();
    await settled();
    expect(next.log).toMatchObject({ lastSeq: 2, pictureId: null });
  });

  it('asks for the replies of a thread again when the answer was lost with the connection', async () => {
    await suite.connect(summary({ lastSeq: 2 }));
    const replies = { count: 1, lastSeq: 2, lastAt: '2026-11-20T11:00:00Z', senders: [ANA] };
    suite.pages = [{ items: [message(1, { replies })], before: null, after: null, lastSeq: 2 }];
    await suite.conversations.pages.open(CHAT);
    const at = '2026-11-20T11:00:00Z';
    suite.pages = ['lost', 'lost', 'lost'];
    suite.entry({ type: 'message.deleted', chatId: CHAT, seq: 3, message: 2, by: ANA, at });
    await suite.clock.advance(1_000);
    expect(suite.log.messages[0]?.replies).toEqual(replies);
    const page = { items: [message(1)], before: null, after: null, lastSeq: 3 };
    suite.pages = [page, page, page];
    await suite.reconnect(summary({ lastSeq: 3 }));
    await suite.clock.advance(1_000);
    expect(suite.log.messages[0]).not.toHaveProperty('replies');
  });

  it('keeps what has come before anything else happens', async () => {
    await suite.connect(summary({ lastSeq: 2 }));
    suite.pages = [{ items: [message(1), message(2)], before: null, after: null }];
    await suite.conversations.pages.open(CHAT);
    await suite.clock.advance(1_000);
    suite.entry(posted(3));
    await settled();
    expect(await suite.kept.read('chats.5')).toMatchObject([{ lastSeq: 3 }]);
    suite.entry(posted(4));
    suite.conversations.save();
    expect(await suite.kept.read('chats.5')).toMatchObject([{ lastSeq: 4 }]);
  });

  it('writes what comes in a rush once at its beginning and once at its end', async () => {
    await suite.connect(summary({ lastSeq: 1 }));
    await suite.clock.advance(1_000);
    const before = suite.kept.writes;
    for (let seq = 2; seq <= 50; seq += 1) {
      suite.entry(posted(seq));
      await suite.clock.advance(5);
    }
    expect(suite.kept.writes).toBe(before + 1);
    await suite.clock.advance(300);
    expect(suite.kept.writes).toBe(before + 2);
    expect(await suite.kept.read('chats.5')).toMatchObject([{ lastSeq: 50 }]);
    await suite.clock.advance(10_000);
    expect(suite.kept.writes).toBe(before + 2);
  });

  it('writes nothing more once it is disposed of', async () => {
    await suite.connect(summary({ lastSeq: 1 }));
    await suite.clock.advance(1_000);
    const before = suite.kept.writes;
    suite.entry(posted(2));
    suite.conversations.dispose();
    await suite.clock.advance(1_000);
    expect(suite.kept.writes).toBe(before);
  });

  it('keeps a window from its newest page on', async () => {
    await suite.connect(summary({ lastSeq: 4 }));
    suite.pages = [
      { items: [message(3), message(4)], before: '3', after: null },
      { items: [message(1), message(2)], before: null, after: null },
    ];
    await suite.conversations.pages.open(CHAT);
    await suite.conversations.pages.loadOlder(CHAT);
    expect(worthKeeping(suite.log)).toMatchObject({
      before: '3',
      messages: [{ seq: 3 }, { seq: 4 }],
    });
  });
});
