import type {
  ChatKind,
  ConversationView,
  MessageView,
  PersonView,
  Role,
} from '$platform/api/types';
import type { Problem } from '$platform/http';

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
      readonly postedAt: string;
    })
  | (EntryOf<'chat.opened'> & {
      readonly kind: ChatKind;
      readonly title?: string | null;
      readonly createdBy: string;
      readonly members: readonly string[];
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
      readonly by: string;
      readonly at: string;
    })
  | (EntryOf<'chat.closed'> & { readonly by: string; readonly at: string });

/** A chat of mine as the server sums it up at one moment: everything up to `lastSeq` is counted in. */
export type ChatSummary = ConversationView;

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
  readonly chats: readonly ChatSummary[];
  readonly presence: readonly { readonly userId: string; readonly status: 'online' }[];
}

export interface SnapshotFrame {
  readonly op: 'snapshot';
  readonly chatId: string;
  readonly lastSeq: number;
  readonly readSeq: number;
  readonly messages: readonly MessageView[];
  readonly before?: string | null;
  readonly chat: {
    readonly kind: ChatKind;
    readonly title?: string | null;
    readonly memberIds?: readonly string[] | null;
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

export interface ErrorFrame {
  readonly op: 'error';
  readonly re: string;
  readonly chatId?: string | null;
  readonly clientMessageId?: string | null;
  /** When trying again makes sense, where that is known. */
  readonly retryAfterMs?: number | null;
  readonly problem: Problem;
}

/** What the server sends, but the frames the RealtimeClient keeps to itself. */
export type ServerFrame =
  | HelloFrame
  | ({ readonly op: 'entry' } & LogEntry)
  | SnapshotFrame
  | AckFrame
  | ErrorFrame
  | { readonly op: 'resumed'; readonly chats: Readonly<Record<string, number>> }
  | {
      readonly op: 'read';
      readonly chatId: string;
      readonly readSeq: number;
      readonly unread: number;
    }
  | { readonly op: 'chat.added'; readonly chat: ChatSummary }
  | { readonly op: 'chat.removed'; readonly chatId: string }
  | { readonly op: 'presence'; readonly userId: string; readonly status: 'online' | 'offline' }
  | { readonly op: 'auth.refreshed'; readonly expiresAt: string }
  | { readonly op: 'pong' };

export type ClientFrame =
  | {
      readonly op: 'message.send';
      readonly chatId: string;
      readonly clientMessageId: string;
      readonly text: string;
    }
  | { readonly op: 'resume'; readonly chats: Readonly<Record<string, number>> }
  | { readonly op: 'read'; readonly chatId: string; readonly seq: number }
  | { readonly op: 'auth.refresh'; readonly token: string }
  | { readonly op: 'ping' };

const OPS: ReadonlySet<string> = new Set<ServerFrame['op']>([
  'hello',
  'entry',
  'snapshot',
  'message.ack',
  'error',
  'resumed',
  'read',
  'chat.added',
  'chat.removed',
  'presence',
  'auth.refreshed',
  'pong',
]);

/** The frame in a text, or null for one this client does not know (a newer server may send more). */
export function parseFrame(text: string): ServerFrame | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('op' in value)) return null;
  return typeof value.op === 'string' && OPS.has(value.op) ? (value as ServerFrame) : null;
}
