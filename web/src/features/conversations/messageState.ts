import type { MessageView, ReactionView } from '$platform/api/types';
import type { LogEntry } from '$platform/realtime';

/** Entries that are about a message posted before. */
export type MessageEntry = Extract<LogEntry, { readonly message: number }>;
export type PostedEntry = Extract<LogEntry, { readonly type: 'message.posted' }>;

/** As many of those who reacted or replied are named. */
const NAMED = 3;

/** A message as it is when it is posted. */
export function messageOf(entry: PostedEntry): MessageView {
  const { messageId, chatId, seq, senderId, clientMessageId, text, postedAt } = entry;
  return {
    id: messageId,
    chatId,
    seq,
    senderId,
    clientMessageId,
    text,
    postedAt,
    ...given({
      replyTo: entry.replyTo,
      thread: entry.thread,
      mentions: entry.mentions,
      forwarded: entry.forwarded,
      attachments: entry.attachments,
      deletedAt: entry.deletedAt,
    }),
  };
}

/** Leaves out what is null, as the suite does. */
function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}

/**
 * The message after an entry about it. Each change can be made twice without harm, as far as the message tells that
 * it was made; the message itself is returned when nothing changes.
 */
export function changed(message: MessageView, entry: MessageEntry, me: string): MessageView {
  if (isDeleted(message) && entry.type !== 'message.edited') return message;
  switch (entry.type) {
    case 'message.edited':
      return edited(message, entry);
    case 'message.deleted':
      return deleted(message, entry.at);
    case 'reaction.added':
      return reacted(message, entry.emoji, entry.userId, me);
    case 'reaction.removed':
      return unreacted(message, entry.emoji, entry.userId, me);
    case 'message.pinned':
      return { ...message, pinnedAt: entry.at, pinnedBy: entry.by };
    case 'message.unpinned':
      return unpinned(message);
  }
}

export function isDeleted(message: MessageView): boolean {
  return (message.deletedAt ?? null) !== null;
}

/** Whether its sender may say it otherwise: not what tells the words of another. */
export function isEditable(message: MessageView): boolean {
  return !isDeleted(message) && (message.forwarded ?? null) === null;
}

export function versionOf(message: MessageView): number {
  return message.version ?? 1;
}

/** Whether a message calls a person, by name or with everybody. */
export function calls(message: Pick<MessageView, 'mentions'>, person: string): boolean {
  const mentions = message.mentions ?? null;
  return mentions !== null && (mentions.everyone || mentions.people.includes(person));
}

function edited(
  message: MessageView,
  entry: Extract<MessageEntry, { type: 'message.edited' }>,
): MessageView {
  if (entry.version <= versionOf(message)) return message;
  // A tombstone keeps its number of versions, and nothing of what they said.
  if (isDeleted(message)) return { ...message, version: entry.version, editedAt: entry.at };
  const called = entry.mentions ?? null;
  return {
    ...without(message, 'mentions'),
    text: entry.text,
    version: entry.version,
    editedAt: entry.at,
    ...(called === null ? {} : { mentions: called }),
  };
}

/** What is left of a deleted message: who said something, when, and in which place. */
export function deleted(message: MessageView, at: string): MessageView {
  const rest = without(
    message,
    'mentions',
    'forwarded',
    'attachments',
    'reactions',
    'pinnedAt',
    'pinnedBy',
  );
  return { ...rest, text: '', deletedAt: at };
}

export function unpinned(message: MessageView): MessageView {
  if ((message.pinnedAt ?? null) === null) return message;
  return without(message, 'pinnedAt', 'pinnedBy');
}

export function reacted(
  message: MessageView,
  emoji: string,
  userId: string,
  me: string,
): MessageView {
  const reactions = message.reactions ?? [];
  const known = reactions.find((one) => one.emoji === emoji);
  const mine = userId === me;
  if (known === undefined) {
    const first = { emoji, count: 1, mine, first: [userId] };
    return { ...message, reactions: [...reactions, first] };
  }
  if (known.first.includes(userId) || (mine && known.mine)) return message;
  const more: ReactionView = {
    emoji,
    count: known.count + 1,
    mine: known.mine || mine,
    first: known.count === known.first.length ? named([...known.first, userId]) : known.first,
  };
  return { ...message, reactions: reactions.map((one) => (one === known ? more : one)) };
}

export function unreacted(
  message: MessageView,
  emoji: string,
  userId: string,
  me: string,
): MessageView {
  const reactions = message.reactions ?? [];
  const known = reactions.find((one) => one.emoji === emoji);
  if (known === undefined) return message;
  const listed = known.first.includes(userId);
  const allListed = known.count <= known.first.length;
  if ((!listed && allListed) || (userId === me && !known.mine)) return message;
  const rest = reactions.filter((one) => one !== known);
  if (known.count === 1) return withReactions(message, rest);
  const fewer: ReactionView = {
    emoji,
    count: known.count - 1,
    mine: known.mine && userId !== me,
    first: known.first.filter((id) => id !== userId),
  };
  return withReactions(
    message,
    reactions.map((one) => (one === known ? fewer : one)),
  );
}

function withReactions(message: MessageView, reactions: readonly ReactionView[]): MessageView {
  return reactions.length > 0 ? { ...message, reactions } : without(message, 'reactions');
}

/** The root of a thread after a reply in it. */
export function replied(root: MessageView, reply: PostedEntry): MessageView {
  const replies = root.replies ?? null;
  if ((reply.deletedAt ?? null) !== null) return root;
  if (replies !== null && reply.seq <= replies.lastSeq) return root;
  const senders = replies?.senders ?? [];
  return {
    ...root,
    replies: {
      count: (replies?.count ?? 0) + 1,
      lastSeq: reply.seq,
      lastAt: reply.postedAt,
      senders: senders.includes(reply.senderId) ? senders : named([...senders, reply.senderId]),
    },
  };
}

function without(message: MessageView, ...fields: readonly (keyof MessageView)[]): MessageView {
  return Object.fromEntries(
    Object.entries(message).filter(([field]) => !fields.includes(field as keyof MessageView)),
  ) as unknown as MessageView;
}

/** The root of a thread with what is said in it, summed up anew. */
export function withReplies(
  root: MessageView,
  replies: MessageView['replies'] | null,
): MessageView {
  return replies === null || replies === undefined
    ? without(root, 'replies')
    : { ...root, replies };
}

function named(people: readonly string[]): readonly string[] {
  return people.slice(0, NAMED);
}
