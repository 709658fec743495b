import type { MessagePage, MessageView } from '$platform/api/types';
import type { ChatLog } from './chatLog';
import { caughtUp, changeMessage, messageAt } from './logMessages';
import { withReplies } from './messageState';

/** The kept messages whose thread a reply is, or may be when it is not known itself, in; each once. */
export function rootsOf(
  log: ChatLog,
  seq: number,
  reply: MessageView | undefined,
): readonly number[] {
  if (reply !== undefined) return typeof reply.thread === 'number' ? [reply.thread] : [];
  const last = log.lastMessage === null ? [] : [log.lastMessage];
  const roots = [...log.messages, ...(log.excursion?.messages ?? []), ...last]
    .filter(({ seq: root, replies }) => root < seq && (replies?.lastSeq ?? 0) >= seq)
    .map((root) => root.seq);
  return [...new Set(roots)];
}

/** Takes what is summed up of threads from a page, and of their roots nothing else. */
export function applyReplies(log: ChatLog, page: MessagePage, asOf: number, me: string): ChatLog {
  // Of a chat that is not open no entries are remembered: only what is as of now, or later, can be taken.
  if (asOf < (log.window === 'closed' ? log.lastSeq : log.recentFrom)) return log;
  let next: ChatLog = log;
  const answered = new Set<number>();
  for (const item of page.items) {
    const root = caughtUp(log, item, asOf, me);
    next = changeMessage(next, item.seq, (known) => withReplies(known, root.replies ?? null));
    if (!hasLostReply(log, root, asOf)) answered.add(item.seq);
  }
  return { ...next, staleRoots: next.staleRoots.filter((root) => !answered.has(root)) };
}

/** Whether a reply went after a page had counted it, so that its root has to be asked for again. */
export function hasLostReply(log: ChatLog, root: MessageView, asOf: number): boolean {
  return log.recent.some((entry) => {
    if (entry.type !== 'message.deleted' || entry.seq <= asOf) return false;
    if (root.seq >= entry.message || (root.replies?.lastSeq ?? 0) < entry.message) return false;
    const gone = messageAt(log, entry.message);
    return gone === undefined || gone.thread === root.seq;
  });
}
