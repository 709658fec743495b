import type {
  AttachmentView,
  ChatKind,
  ConversationView,
  DraftView,
  ForwardedView,
  Marker,
  Mentions,
  MessageView,
  NotificationView,
  PersonView,
  Role,
  UntranslatedReason,
} from '$platform/api/types';
import type { Problem } from '$platform/http';
import type { ReconnectWithin } from './comeback';

interface EntryOf<T extends string> {
  readonly type: T;
  readonly chatId: string;
  readonly seq: number;
}

/** What was recorded in a chat's log. `seq` is 1, 2, 3 … per chat, without gap. */
export type LogEntry =
  | (EntryOf<'message.posted'> & {
      readonly messageId: string;
      readonly senderId: string;
      readonly clientMessageId: string;
      readonly text: string;
      readonly replyTo?: number | null;
      readonly thread?: number | null;
      readonly mentions?: Mentions | null;
      readonly forwarded?: ForwardedView | null;
      readonly attachments?: readonly AttachmentView[] | null;
      readonly postedAt: string;
      /** It was deleted since: what is left of it is its place. */
      readonly deletedAt?: string | null;
    })
  | (EntryOf<'message.edited'> & {
      readonly message: number;
      readonly version: number;
      readonly text: string;
      readonly mentions?: Mentions | null;
      readonly by: string;
      readonly at: string;
      readonly deletedAt?: string | null;
    })
  | (EntryOf<'message.deleted' | 'message.pinned' | 'message.unpinned'> & {
      readonly message: number;
      readonly by: string;
      readonly at: string;
    })
  | (EntryOf<'reaction.added' | 'reaction.removed'> & {
      readonly message: number;
      readonly userId: string;
      readonly emoji: string;
      readonly at: string;
    })
  | (EntryOf<'chat.opened'> & {
      readonly kind: ChatKind;
      readonly title?: string | null;
      readonly createdBy: string;
      readonly members: readonly string[];
      readonly receipts?: boolean | null;
      readonly at: string;
    })
  | (EntryOf<'member.joined' | 'member.role-set'> & {
      readonly userId: string;
      readonly role: Role;
      readonly by: string;
      readonly at: string;
    })
  | (EntryOf<'member.left'> & { readonly userId: string; readonly by: string; readonly at: string })
  | (EntryOf<'chat.revised'> & {
      readonly title?: string | null;
      readonly description: string;
      /** Absent when the chat has none now. */
      readonly pictureId?: string | null;
      /** Absent from older entries. */
      readonly kind?: ChatKind | null;
      /** Absent when that is as it was. */
      readonly receipts?: boolean | null;
      readonly by: string;
      readonly at: string;
    })
  | (EntryOf<'emoji.defined'> & {
      /** Without the colons that stand around it in a message. */
      readonly name: string;
      readonly mediaId: string;
      readonly by: string;
      readonly at: string;
    })
  | (EntryOf<'emoji.dropped'> & { readonly name: string; readonly by: string; readonly at: string })
  | (EntryOf<'chat.closed'> & { readonly by: string; readonly at: string });

/** A chat of mine as the server sums it up at one moment: everything up to `lastSeq` is counted in. */
export type ChatSummary = ConversationView;

/** What a person shows of being there. */
export interface Presence {
  readonly userId: string;
  readonly status: 'online' | 'away' | 'offline';
  readonly text?: string | null;
  readonly emoji?: string | null;
}

/** What I have said about being there. */
export interface OwnPresence {
  readonly status: 'online' | 'away' | 'invisible';
  readonly text?: string | null;
  readonly emoji?: string | null;
  readonly until?: string | null;
}

export interface HelloFrame {
  readonly op: 'hello';
  readonly connectionId: string;
  readonly person: Omit<PersonView, 'id'> & { readonly userId: string };
  readonly sessionId: string;
  readonly heartbeatMs: number;
  readonly heartbeatTimeoutMs: number;
  readonly tokenExpiresAt: string;
  readonly maxFrameBytes: number;
  readonly resumeMaxEntries: number;
  readonly serverTime: string;
  /** Within what time to come back when the connection is lost; servers of old do not say. */
  readonly reconnect?: ReconnectWithin;
  readonly chats: readonly ChatSummary[];
  readonly presence: readonly Presence[];
  readonly ownPresence?: OwnPresence;
}

export interface SnapshotFrame {
  readonly op: 'snapshot';
  readonly chatId: string;
  readonly lastSeq: number;
  readonly readSeq: number;
  readonly marker?: Marker;
  readonly messages: readonly MessageView[];
  readonly before?: string | null;
  readonly chat: {
    readonly kind: ChatKind;
    readonly title?: string | null;
    readonly pictureId?: string | null;
    readonly memberIds?: readonly string[] | null;
    readonly receipts?: boolean;
  };
}

export interface AckFrame {
  readonly op: 'message.ack';
  readonly chatId: string;
  readonly clientMessageId: string;
  readonly messageId: string;
  readonly seq: number;
  readonly postedAt: string;
}

/** What was asked for is done; `seq` is the entry it made, absent when nothing had to change. */
export interface DoneFrame {
  readonly op: 'done';
  readonly re: string;
  readonly requestId?: string | null;
  readonly chatId?: string | null;
  readonly message?: number | null;
  readonly seq?: number | null;
  readonly version?: number | null;
}

export interface ErrorFrame {
  readonly op: 'error';
  readonly re: string;
  readonly requestId?: string | null;
  readonly chatId?: string | null;
  readonly clientMessageId?: string | null;
  /** When trying again makes sense, where that is known. */
  readonly retryAfterMs?: number | null;
  readonly problem: Problem;
}

/** How far I have read, and what is unread then; counted over the log up to `lastSeq`. */
export interface ReadFrame {
  readonly op: 'read';
  readonly chatId: string;
  readonly readSeq: number;
  readonly generation?: number;
  readonly unread: number;
  readonly mentions?: number;
  readonly lastSeq?: number | null;
}

/** The last frame before the server closes: come back after so long. */
export interface ReconnectFrame {
  readonly op: 'reconnect';
  readonly afterMs: number;
}

/** How far another member of a chat is; neither seq goes back. */
export interface ReceiptFrame {
  readonly op: 'receipt';
  readonly chatId: string;
  readonly userId: string;
  readonly deliveredSeq: number;
  readonly readSeq: number;
}

/** My inbox has changed; `version` counts its changes. Newer than every answer with a smaller one. */
export type NotificationFrame =
  | ({
      readonly op: 'notification.added';
      readonly notificationId: string;
      readonly unread: number;
    } & Omit<NotificationView, 'id' | 'read'>)
  | {
      readonly op: 'notification.settled';
      readonly version: number;
      readonly notificationIds: readonly string[];
      /** Whether what they told of is gone, and they with it; they are only read otherwise. */
      readonly withdrawn: boolean;
      readonly unread: number;
    };

/** What a message says in the language I read, or why there is no translation of it; of one version of its text. */
export type TranslationFrame = {
  readonly chatId: string;
  readonly message: number;
  readonly version: number;
  readonly language: string;
} & (
  | {
      readonly op: 'message.translated';
      readonly sourceLanguage: string;
      readonly text: string;
      readonly engine: string;
    }
  | {
      readonly op: 'message.untranslated';
      readonly sourceLanguage?: string;
      readonly reason: UntranslatedReason;
    }
);

/** What the server sends, but the frames the RealtimeClient keeps to itself. */
export type ServerFrame =
  | HelloFrame
  | ({ readonly op: 'entry' } & LogEntry)
  | SnapshotFrame
  | AckFrame
  | DoneFrame
  | ErrorFrame
  | ReadFrame
  | ReceiptFrame
  | NotificationFrame
  | TranslationFrame
  | { readonly op: 'resumed'; readonly chats: Readonly<Record<string, number>> }
  | { readonly op: 'chat.added'; readonly chat: ChatSummary }
  | { readonly op: 'chat.removed'; readonly chatId: string }
  | ({ readonly op: 'presence' } & Presence)
  | {
      readonly op: 'typing';
      readonly chatId: string;
      readonly thread?: number | null;
      readonly userId: string;
      readonly untilMs: number;
    }
  | {
      readonly op: 'thread.read';
      readonly chatId: string;
      readonly thread: number;
      readonly following?: boolean;
      readonly readSeq: number;
      readonly unread?: number;
      readonly mentions?: number;
    }
  | ({ readonly op: 'presence.own' } & OwnPresence)
  | ({ readonly op: 'draft' } & DraftView)
  | {
      readonly op: 'bookmark';
      readonly chatId: string;
      readonly message: number;
      readonly bookmarked: boolean;
    }
  | { readonly op: 'auth.refreshed'; readonly expiresAt: string }
  | { readonly op: 'pong' }
  | ReconnectFrame;

/** Something done with a message that is there; answered by `done` or `error` under the same `requestId`. */
export type OperationFrame = { readonly requestId: string; readonly chatId: string } & (
  | {
      readonly op: 'message.edit';
      readonly message: number;
      readonly version: number;
      readonly text: string;
    }
  | {
      readonly op: 'message.delete' | 'message.pin' | 'message.unpin';
      readonly message: number;
    }
  | {
      readonly op: 'reaction.add' | 'reaction.remove';
      readonly message: number;
      readonly emoji: string;
    }
  | { readonly op: 'unread'; readonly seq: number }
);

export type ClientFrame =
  | {
      readonly op: 'message.send';
      readonly chatId: string;
      readonly clientMessageId: string;
      readonly text: string;
      readonly replyTo?: number;
      readonly thread?: number;
      readonly forward?: { readonly chatId: string; readonly seq: number };
      /** Files of mine that are uploaded, and what they show. */
      readonly attachments?: readonly { readonly mediaId: string; readonly alt?: string }[];
    }
  | OperationFrame
  | {
      readonly op: 'thread.read';
      readonly chatId: string;
      readonly thread: number;
      readonly seq: number;
    }
  | { readonly op: 'typing'; readonly chatId: string; readonly thread?: number }
  | {
      readonly op: 'resume';
      readonly chats: Readonly<Record<string, number>>;
      /** What is long may come in compressed batches. */
      readonly compression?: 'gzip';
    }
  | { readonly op: 'delivered'; readonly chats: Readonly<Record<string, number>> }
  | {
      readonly op: 'read';
      readonly chatId: string;
      readonly seq: number;
      readonly generation?: number;
    }
  | {
      readonly op: 'translations';
      /** Null when nothing is to be translated. */
      readonly language: string | null;
      /** In all chats but these, or in these only. */
      readonly everything: boolean;
      readonly chats: readonly string[];
    }
  | { readonly op: 'auth.refresh'; readonly token: string }
  | { readonly op: 'ping' };

const OPS: ReadonlySet<string> = new Set<ServerFrame['op']>([
  'hello',
  'entry',
  'snapshot',
  'message.ack',
  'done',
  'error',
  'resumed',
  'read',
  'receipt',
  'typing',
  'thread.read',
  'presence.own',
  'draft',
  'bookmark',
  'chat.added',
  'chat.removed',
  'notification.added',
  'notification.settled',
  'message.translated',
  'message.untranslated',
  'presence',
  'auth.refreshed',
  'pong',
  'reconnect',
]);

/** The frame in a text, or null for one this client does not know (a newer server may send more). */
export function parseFrame(text: string): ServerFrame | null {
  try {
    return known(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The frames in the text of a batch, in their order, without those this client does not know; null when it is none. */
export function parseBatch(text: string): readonly ServerFrame[] | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { op, frames } = value as { op?: unknown; frames?: unknown };
  if (op !== 'batch' || !Array.isArray(frames)) return null;
  return frames.map(known).filter((frame) => frame !== null);
}

function known(value: unknown): ServerFrame | null {
  if (typeof value !== 'object' || value === null || !('op' in value)) return null;
  return typeof value.op === 'string' && OPS.has(value.op) ? (value as ServerFrame) : null;
}
