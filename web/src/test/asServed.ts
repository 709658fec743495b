import { expect } from 'vitest';
import type { ChatLog } from '$features/conversations';
import type { MessageView, RepliesView } from '$platform/api/types';
import type { ServerLog } from './serverLog';

/** Everything a client shows of a chat is as the server has it, in its tables and its own counts. */
export function expectAsServed(log: ChatLog, server: ServerLog, hint: string): void {
  const served = server.summary();
  const { title, kind, receipts, unread, mentions } = served;
  const { readSeq, generation, pictureId } = server;
  expect(log.lastSeq, hint).toBe(server.lastSeq);
  expect(log, hint).toMatchObject({ title, kind, pictureId, receipts, unread, mentions });
  expect(log, hint).toMatchObject({ readSeq, generation });
  const last = server.messages.at(-1);
  expect(log.lastMessage === null ? null : plain(log.lastMessage), hint).toEqual(
    last === undefined ? null : plain(last),
  );
  const all = new Map(server.messages.map((message) => [message.seq, plain(message)]));
  if (log.window === 'open') {
    const from = log.messages[0]?.seq ?? Infinity;
    const expected = [...all.values()].filter(({ seq }) => seq >= from);
    expect(log.messages.map(plain), `${hint} window`).toEqual(expected);
    if (log.before === null) expect(log.messages.length, hint).toBe(all.size);
  }
  if (log.excursion !== null) {
    const { messages } = log.excursion;
    const first = messages[0]?.seq ?? 0;
    const last = messages.at(-1)?.seq ?? 0;
    const expected = [...all.values()].filter(({ seq }) => seq >= first && seq <= last);
    expect(messages.map(plain), `${hint} excursion`).toEqual(expected);
  }
  for (const [root, thread] of Object.entries(log.threads)) {
    if (thread.opening) continue;
    const expected = server.threadOf(Number(root)).map(plain);
    expect(thread.messages.map(plain), `${hint} thread ${root}`).toEqual(expected);
  }
  expect(log.fetchedAt.size, hint).toBe(0);
}

/** A message as it can be told from the log: of those who reacted, only the count is certain. */
export function plain(message: MessageView) {
  const reactions = (message.reactions ?? [])
    .map(({ emoji, count, mine }) => ({ emoji, count, mine }))
    .sort((a, b) => a.emoji.localeCompare(b.emoji));
  const { replies } = message;
  const summed = replies === undefined || replies === null ? {} : { replies: sumOf(replies) };
  return { ...message, reactions, ...summed };
}

/** Of those who replied, who is named is a hint; how many and until when is not. */
function sumOf({ count, lastSeq, lastAt }: RepliesView) {
  return { count, lastSeq, lastAt };
}
