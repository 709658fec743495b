import { describe, expect, it } from 'vitest';
import type { MessagePage } from '$platform/api/types';
import type { LogEntry } from '$platform/realtime';
import { ANA, attachment, CHAT, LEO, ME, message, posted, summary } from '../../test/fakes';
import { happen, random } from '../../test/happenings';
import { ServerLog } from '../../test/serverLog';
import {
  applyEntry,
  applyRead,
  applySnapshot,
  closedAt,
  fromSummary,
  withSummary,
  type ChatLog,
} from './chatLog';
import { applyPage, openThread, openWindow } from './logWindows';
import { applyReplies } from './threadSummaries';

function withPage(log: ChatLog, page: MessagePage, asOf?: number): ChatLog {
  const next = applyPage(log, page, ME, asOf);
  if (next === null) throw new Error('the page is too old');
  return next;
}

function opened(lastSeq: number, ...seqs: number[]): ChatLog {
  const items = seqs.map((seq) => message(seq));
  return withPage(openWindow(fromSummary(summary({ lastSeq }))), { items, before: null });
}

function fetched(server: ServerLog): ChatLog {
  return withPage(openWindow(fromSummary(server.summary())), server.page());
}

function told(log: ChatLog, ...entries: Record<string, unknown>[]): ChatLog {
  return entries.reduce<ChatLog>((state, fields) => {
    const entry = { chatId: CHAT, seq: state.lastSeq + 1, at: AT, by: ANA, ...fields };
    return applyEntry(state, entry as unknown as LogEntry, ME).log;
  }, log);
}

const AT = '2026-11-20T11:00:00Z';

/** What the state means to a reader, apart from how far back its window happens to reach. */
function meaning(log: ChatLog, from: number) {
  const { title, kind, lastSeq, readSeq, unread, lastMessage, ahead } = log;
  const messages = log.messages.filter(({ seq }) => seq >= from);
  return { title, kind, lastSeq, readSeq, unread, lastMessage, ahead, messages };
}

describe('chat log', () => {
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
    while (log.before !== null) log = withPage(log, server.page(20, Number(log.before)));
    expect(log.messages).toEqual(server.messages);
  });

  it('asks for what is missing and keeps what came too early', () => {
    const log = fromSummary(summary({ lastSeq: 4 }));
    const early = applyEntry(log, posted(6), ME);
    expect(early).toMatchObject({ gap: true, log: { lastSeq: 4 } });
    const late = applyEntry(early.log, posted(5), ME);
    expect(late).toMatchObject({ gap: false, log: { lastSeq: 6, unread: 2, ahead: [] } });
  });

  it('keeps the files of a message, from live entries and from pages, until it is deleted', () => {
    const attachments = [attachment('a1'), attachment('a2', 'file')];
    const live = applyEntry(opened(2, 2), posted(3, { attachments, text: '' }), ME).log;
    expect(live.messages.at(-1)).toEqual(message(3, { attachments, text: '' }));
    expect(live.lastMessage?.attachments).toEqual(attachments);
    const edited = told(live, { type: 'message.edited', message: 3, version: 2, text: 'caption' });
    expect(edited.messages.at(-1)).toMatchObject({ text: 'caption', attachments });
    const gone = told(edited, { type: 'message.deleted', message: 3 });
    expect(gone.messages.at(-1)).not.toHaveProperty('attachments');
    expect(gone.lastMessage).not.toHaveProperty('attachments');
  });

  it('knows that a reply went under the last message, also while the chat is not open', () => {
    const replies = { count: 2, lastSeq: 3, lastAt: AT, senders: [ANA] };
    const log = fromSummary(summary({ lastSeq: 3, lastMessage: message(1, { replies }) }));
    const stale = told(log, { type: 'message.deleted', message: 2 });
    expect(stale.staleRoots).toEqual([1]);
    const fresh = message(1, { replies: { ...replies, count: 1 } });
    const before = applyReplies(stale, { items: [fresh] }, 3, ME);
    expect(before.lastMessage?.replies?.count).toBe(2);
    const after = applyReplies(stale, { items: [fresh] }, 4, ME);
    expect([after.lastMessage?.replies?.count, after.staleRoots]).toEqual([1, []]);
  });

  it('drops what it has', () => {
    const log = opened(2, 2);
    expect(applyEntry(log, posted(2), ME).log).toBe(log);
  });

  it('loses no message that comes while the newest page is on its way', () => {
    let log = openWindow(fromSummary(summary({ lastSeq: 2 })));
    ({ log } = applyEntry(log, posted(3), ME));
    log = withPage(log, { items: [message(1), message(2)], before: null }, 2);
    expect(log.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('never moves the marker back, but to a greater generation', () => {
    const log = fromSummary(summary({ lastSeq: 9, readSeq: 8, unread: 1 }));
    const read = (from: ChatLog, generation: number, readSeq: number, unread: number) =>
      applyRead(from, { generation, readSeq }, { unread }, ME);
    expect(read(log, 0, 5, 4)).toBe(log);
    const ahead = read(log, 0, 9, 0);
    expect(ahead).toMatchObject({ readSeq: 9, unread: 0 });
    expect(withSummary(ahead, summary({ lastSeq: 9, readSeq: 8, unread: 1 }))).toMatchObject({
      readSeq: 9,
      unread: 0,
    });
    const unread = read(ahead, 1, 6, 3);
    expect(unread).toMatchObject({ generation: 1, readSeq: 6, unread: 3 });
    expect(read(unread, 0, 9, 0)).toBe(unread);
  });

  it('counts who calls me, and no longer when the call is edited away or deleted', () => {
    let log = opened(1, 1);
    const mentions = { people: [ME], everyone: false };
    log = told(log, { ...posted(2, { mentions }) }, { ...posted(3, { mentions }) });
    expect(log).toMatchObject({ unread: 2, mentions: 2 });
    log = told(log, { type: 'message.edited', message: 2, version: 2, text: 'never mind' });
    expect(log).toMatchObject({ unread: 2, mentions: 1 });
    log = told(log, { type: 'message.deleted', message: 3 });
    expect(log).toMatchObject({ unread: 1, mentions: 0 });
  });

  it('asks for the count anew when an unread message goes that is not at hand', () => {
    const log = fromSummary(summary({ lastSeq: 9, readSeq: 2, unread: 5 }));
    expect(told(log, { type: 'message.deleted', message: 7 }).count.stale).toBe(true);
    expect(told(log, { type: 'message.deleted', message: 2 }).count.stale).toBe(false);
  });

  it('leaves a place where a message was deleted', () => {
    let log = opened(2, 1, 2);
    log = told(
      log,
      { type: 'reaction.added', message: 2, userId: LEO, emoji: '👍' },
      { type: 'message.pinned', message: 2 },
      { type: 'message.deleted', message: 2 },
      { type: 'message.edited', message: 2, version: 2, text: 'too late' },
    );
    const tombstone = { text: '', deletedAt: AT, version: 2, editedAt: AT };
    expect(log.messages[1]).toEqual({ ...message(2), ...tombstone });
    expect(log.lastMessage).toEqual(log.messages[1]);
  });

  it('keeps replies in a thread out of the conversation, and sums them up under their root', () => {
    let log = openThread(opened(2, 1, 2), 1);
    log = told(
      log,
      { ...posted(3, { thread: 1 }) },
      { ...posted(4, { thread: 1, senderId: LEO }) },
    );
    expect(log.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(log.threads[1]?.messages.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(log.messages[0]?.replies).toMatchObject({ count: 2, lastSeq: 4, senders: [ANA, LEO] });
    expect(log).toMatchObject({ unread: 0, lastMessage: { seq: 2 } });
  });

  it('asks again for the replies that a page has counted and that have gone since', () => {
    const replies = { count: 1, lastSeq: 3, lastAt: AT, senders: [ANA] };
    const page = { items: [message(1, { replies }), message(2)], before: null };
    let log = openWindow(fromSummary(summary({ lastSeq: 2 })));
    log = told(log, { ...posted(3, { thread: 1 }) }, { type: 'message.deleted', message: 3 });
    log = withPage(log, page, 3);
    expect(log.staleRoots).toEqual([1]);
    expect(applyReplies(log, page, 3, ME).staleRoots).toEqual([1]);
    log = applyReplies(log, { items: [message(1)] }, 4, ME);
    expect(log.staleRoots).toEqual([]);
    expect(log.messages[0]).not.toHaveProperty('replies');
  });

  it('asks again for the replies to the last message of a chat that is not open', () => {
    let log = fromSummary(summary({ lastSeq: 2, lastMessage: message(2) }));
    log = told(log, { ...posted(3, { thread: 2 }) });
    expect(log.lastMessage?.replies).toMatchObject({ count: 1 });
    log = told(log, { type: 'message.deleted', message: 3 });
    expect(log.staleRoots).toEqual([2]);
    log = withPage(openWindow(log), { items: [message(2)], before: null }, 4);
    log = applyReplies(log, { items: [message(2)] }, 4, ME);
    expect(log.staleRoots).toEqual([]);
    expect(log.messages[0]).not.toHaveProperty('replies');
  });

  it('does not let an older page undo what came live, nor count a newer one twice', () => {
    const reaction = { type: 'reaction.added', message: 1, userId: LEO, emoji: '👍' };
    const one = { emoji: '👍', count: 1, mine: false, first: [LEO] };
    const opening = openWindow(fromSummary(summary({ lastSeq: 1 })));
    const old = withPage(told(opening, reaction), {
      items: [message(1)],
      before: null,
      lastSeq: 1,
    });
    expect(old.messages[0]?.reactions).toEqual([one]);
    const many = { emoji: '👍', count: 9, mine: false, first: ['a', 'b', 'c'] };
    const items = [message(1, { reactions: [many] })];
    const ahead = withPage(opening, { items, before: null, lastSeq: 2 });
    expect(told(ahead, reaction).messages[0]?.reactions).toEqual([many]);
  });

  it('knows whether members see how far the others have read', () => {
    const log = fromSummary(summary({ lastSeq: 1, receipts: true }));
    expect(log.receipts).toBe(true);
    expect(fromSummary(summary()).receipts).toBe(false);
    const revised = { type: 'chat.revised', title: 'Libros', description: '' };
    expect(told(log, revised).receipts).toBe(true);
    const off = told(log, { ...revised, receipts: false });
    expect(off.receipts).toBe(false);
    expect(told(off, revised).receipts).toBe(false);
    expect(withSummary(off, summary({ lastSeq: 3, receipts: true })).receipts).toBe(true);
  });

  it('tells who shows the emoji of the chat when they are not what they were', () => {
    const defined = { type: 'emoji.defined', name: 'party', mediaId: 'm1', by: ANA };
    const log = told(opened(2, 2), defined);
    expect([log.lastSeq, log.emojiSeq]).toEqual([3, 3]);
    const said = applyEntry(log, posted(4), ME).log;
    expect([said.lastSeq, said.emojiSeq]).toEqual([4, 3]);
    expect(told(said, { type: 'emoji.dropped', name: 'party', by: ANA }).emojiSeq).toBe(5);
    // What comes entry by entry tells by itself; what is left out may have been anything.
    expect(withSummary(said, summary({ lastSeq: 9 })).emojiSeq).toBe(3);
    expect(closedAt(said, 9).emojiSeq).toBe(9);
    const closed = closedAt(said, 4);
    expect(withSummary(closed, summary({ lastSeq: 4 })).emojiSeq).toBe(3);
    expect(withSummary(closed, summary({ lastSeq: 9 })).emojiSeq).toBe(9);
  });

  it('knows the picture of the chat', () => {
    const log = fromSummary(summary({ lastSeq: 1, pictureId: 'p-1' }));
    expect(log.pictureId).toBe('p-1');
    expect(fromSummary(summary()).pictureId).toBeNull();
    const revised = { type: 'chat.revised', title: 'Libros', description: '' };
    const changed = told(log, { ...revised, pictureId: 'p-2', kind: 'group' });
    expect(changed).toMatchObject({ pictureId: 'p-2', kind: 'group' });
    // An entry without one says that there is none, and of old ones that there never was.
    expect(told(changed, revised)).toMatchObject({ pictureId: null, kind: 'group' });
    expect(withSummary(changed, summary({ lastSeq: 3, pictureId: 'p-3' })).pictureId).toBe('p-3');
    const snapshot = {
      op: 'snapshot',
      chatId: CHAT,
      lastSeq: 9,
      readSeq: 0,
      messages: [],
    } as const;
    const chat = { kind: 'group', title: 'Libros' } as const;
    expect(applySnapshot(changed, { ...snapshot, chat }).pictureId).toBeNull();
    const told4 = applySnapshot(changed, { ...snapshot, chat: { ...chat, pictureId: 'p-4' } });
    expect(told4.pictureId).toBe('p-4');
  });

  it('does not count my own messages, nor kinds of entries it does not know', () => {
    let log = fromSummary(summary({ lastSeq: 1 }));
    ({ log } = applyEntry(log, posted(2, { senderId: ME }), ME));
    const unknown = { type: 'message.sung', chatId: CHAT, seq: 3 } as unknown as LogEntry;
    ({ log } = applyEntry(log, unknown, ME));
    expect(log).toMatchObject({ lastSeq: 3, unread: 0 });
  });
});
