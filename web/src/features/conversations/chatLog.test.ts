import { describe, expect, it } from 'vitest';
import type { MessagePage } from '$platform/api/types';
import type { ChatSummary, LogEntry, SnapshotFrame } from '$platform/realtime';
import { ANA, CHAT, ME, message, posted, summary } from '../../test/fakes';
import {
  applyEntry,
  applyPage,
  applyRead,
  applySnapshot,
  fromSummary,
  openWindow,
  withSummary,
  type ChatLog,
} from './chatLog';

/** The server's side: the log itself, and what can be asked about it at any moment. */
class ServerLog {
  readonly entries: LogEntry[] = [];
  readSeq = 0;

  get lastSeq(): number {
    return this.entries.length;
  }

  get messages() {
    return this.entries.flatMap((entry) =>
      entry.type === 'message.posted'
        ? [message(entry.seq, { senderId: entry.senderId, text: entry.text })]
        : [],
    );
  }

  say(senderId: string): void {
    const seq = this.lastSeq + 1;
    this.entries.push(posted(seq, { senderId }));
    if (senderId === ME) this.readSeq = seq;
  }

  rename(title: string): void {
    const seq = this.lastSeq + 1;
    const at = '2026-11-20T10:00:00Z';
    this.entries.push({
      type: 'chat.revised',
      chatId: CHAT,
      seq,
      title,
      description: '',
      by: ANA,
      at,
    });
  }

  summary(): ChatSummary {
    const title =
      this.entries.findLast((entry) => entry.type === 'chat.revised')?.title ?? 'Libros';
    return summary({
      kind: 'group',
      title,
      memberIds: null,
      lastSeq: this.lastSeq,
      readSeq: this.readSeq,
      unread: this.messages.filter(({ seq, senderId }) => seq > this.readSeq && senderId !== ME)
        .length,
      lastMessage: this.messages.at(-1) ?? null,
    });
  }

  page(limit = 20, before = Infinity): MessagePage {
    const earlier = this.messages.filter(({ seq }) => seq < before);
    const items = earlier.slice(-limit);
    return { items, before: earlier.length > limit ? String(items[0]?.seq) : null, after: null };
  }

  snapshot(): SnapshotFrame {
    const { items, before } = this.page();
    const { title } = this.summary();
    return {
      op: 'snapshot',
      chatId: CHAT,
      lastSeq: this.lastSeq,
      readSeq: this.readSeq,
      messages: items,
      before: before ?? null,
      chat: { kind: 'group', title: title ?? null },
    };
  }

  after(seq: number): LogEntry[] {
    return this.entries.slice(seq);
  }
}

function fetched(server: ServerLog): ChatLog {
  return applyPage(openWindow(fromSummary(server.summary())), server.page());
}

/** What the state means to a reader, apart from how far back its window happens to reach. */
function meaning(log: ChatLog, from: number) {
  const { title, kind, lastSeq, readSeq, unread, lastMessage, ahead } = log;
  const messages = log.messages.filter(({ seq }) => seq >= from);
  return { title, kind, lastSeq, readSeq, unread, lastMessage, ahead, messages };
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function happen(server: ServerLog, times: number, chance: () => number): void {
  for (let step = 0; step < times; step += 1) {
    const dice = chance();
    if (dice < 0.1) server.rename(`Libros ${String(step)}`);
    else server.say(dice < 0.4 ? ME : ANA);
  }
}

describe('chat log', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'stale state and entries, late, doubled and out of order, equal a fresh fetch (%i)',
    (seed) => {
      const chance = random(seed);
      const server = new ServerLog();
      happen(server, Math.floor(chance() * 60), chance);
      let stale = fetched(server);
      const since = server.lastSeq;
      happen(server, Math.floor(chance() * 80), chance);

      const reconnected = withSummary(stale, server.summary());
      stale = reconnected;
      const missing = server.after(since);
      const muddled = [...missing, ...missing.filter(() => chance() < 0.3)]
        .map((entry) => ({ entry, at: entry.seq + chance() * 8 }))
        .sort((a, b) => a.at - b.at);
      let gap = false;
      for (const { entry } of muddled) ({ log: stale, gap } = applyEntry(stale, entry, ME));

      expect(gap).toBe(false);
      const fresh = fetched(server);
      const from = fresh.messages[0]?.seq ?? 0;
      expect(meaning(stale, from)).toEqual(meaning(fresh, from));
    },
  );

  it.each([1, 2, 3, 4, 5])(
    'live entries equal a fresh fetch, unread count included (%i)',
    (seed) => {
      const chance = random(seed);
      const server = new ServerLog();
      happen(server, 30, chance);
      let log = fetched(server);
      for (let step = 0; step < 50; step += 1) {
        happen(server, 1, chance);
        for (const entry of server.after(log.lastSeq)) ({ log } = applyEntry(log, entry, ME));
        log = applyRead(log, server.readSeq, server.summary().unread);
      }
      const fresh = fetched(server);
      const from = fresh.messages[0]?.seq ?? 0;
      expect(meaning(log, from)).toEqual(meaning(fresh, from));
    },
  );

  it('a snapshot replaces what is known', () => {
    const server = new ServerLog();
    happen(server, 30, random(7));
    const stale = fetched(server);
    happen(server, 90, random(8));
    const replaced = applySnapshot(withSummary(stale, server.summary()), server.snapshot());
    expect(meaning(replaced, 0)).toEqual(meaning(fetched(server), 0));
    expect(replaced.before).toBe(fetched(server).before);
  });

  it('pages upward join without hole or repeat', () => {
    const server = new ServerLog();
    happen(server, 120, random(3));
    let log = fetched(server);
    while (log.before !== null) log = applyPage(log, server.page(20, Number(log.before)));
    expect(log.messages).toEqual(server.messages);
  });

  it('asks for what is missing and keeps what came too early', () => {
    const log = fromSummary(summary({ lastSeq: 4 }));
    const early = applyEntry(log, posted(6), ME);
    expect(early).toMatchObject({ gap: true, log: { lastSeq: 4 } });
    const late = applyEntry(early.log, posted(5), ME);
    expect(late).toMatchObject({ gap: false, log: { lastSeq: 6, unread: 2, ahead: [] } });
  });

  it('drops what it has', () => {
    const log = applyPage(openWindow(fromSummary(summary({ lastSeq: 2 }))), {
      items: [message(2)],
      before: null,
      after: null,
    });
    expect(applyEntry(log, posted(2), ME).log).toBe(log);
  });

  it('loses no message that comes while the newest page is on its way', () => {
    let log = openWindow(fromSummary(summary({ lastSeq: 2 })));
    ({ log } = applyEntry(log, posted(3), ME));
    log = applyPage(log, { items: [message(1), message(2)], before: null, after: null });
    expect(log.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('never moves the read marker back', () => {
    const log = fromSummary(summary({ lastSeq: 9, readSeq: 8, unread: 1 }));
    expect(applyRead(log, 5, 4)).toBe(log);
    expect(applyRead(log, 9, 0)).toMatchObject({ readSeq: 9, unread: 0 });
    const ahead = applyRead(log, 9, 0);
    expect(withSummary(ahead, summary({ lastSeq: 9, readSeq: 8, unread: 1 }))).toMatchObject({
      readSeq: 9,
      unread: 0,
    });
  });

  it('does not count my own messages, nor kinds of entries it does not know', () => {
    let log = fromSummary(summary({ lastSeq: 1 }));
    ({ log } = applyEntry(log, posted(2, { senderId: ME }), ME));
    const unknown = { type: 'message.sung', chatId: CHAT, seq: 3 } as unknown as LogEntry;
    ({ log } = applyEntry(log, unknown, ME));
    expect(log).toMatchObject({ lastSeq: 3, unread: 0 });
  });
});
