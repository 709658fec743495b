import type { DraftView } from '$platform/api/types';
import type {
  HelloFrame,
  LogEntry,
  NotificationFrame,
  OwnPresence,
  ServerFrame,
  TranslationFrame,
} from '$platform/realtime';
import { applySnapshot } from './chatLog';
import type { ChatLogs } from './chatLogs';
import type { Drafts } from './drafts.svelte';
import type { FollowedThreads } from './followedThreads.svelte';
import type { LiveLogs } from './liveLogs';
import { changeMessage } from './logMessages';
import { calls, type PostedEntry } from './messageState';
import type { Receipts } from './receipts.svelte';
import type { Unconfirmed } from './unconfirmed';
import type { WhoIsHere } from './whoIsHere.svelte';

export interface ReceptionOptions {
  readonly me: string;
  readonly logs: ChatLogs;
  readonly live: LiveLogs;
  readonly unconfirmed: Unconfirmed;
  readonly here: WhoIsHere;
  readonly drafts: Drafts;
  readonly receipts: Receipts;
  readonly threads: FollowedThreads;
  /** My drafts on the server; fails as the HttpClient does. */
  readonly fetchDrafts: () => Promise<readonly DraftView[]>;
  /** What I am told of has changed. */
  readonly notified: (frame: NotificationFrame) => void;
  /** A message in the language I read. */
  readonly translated: (frame: TranslationFrame) => void;
  /** A chat is none of mine any more. */
  readonly removed: () => void;
}

/** Hands what the live connection brings to whom it concerns. */
export class Reception {
  readonly #to: ReceptionOptions;
  #greeted = $state(false);
  #ownPresence = $state.raw<OwnPresence | null>(null);
  #saves = $state(0);

  constructor(to: ReceptionOptions) {
    this.#to = to;
  }

  /** Whether the server has said which chats are mine. */
  get greeted(): boolean {
    return this.#greeted;
  }

  /** What I have said about being there; null as long as it is not known. */
  get ownPresence(): OwnPresence | null {
    return this.#ownPresence;
  }

  /** Grows whenever I have saved a message for later, here or on another device. */
  get saves(): number {
    return this.#saves;
  }

  /** Frames about the logs; what they do not know is for {@link #answer}. */
  receive(frame: ServerFrame): void {
    const { logs, live, unconfirmed } = this.#to;
    switch (frame.op) {
      case 'hello':
        this.#greet(frame);
        break;
      case 'entry':
        this.#enter(frame);
        break;
      case 'snapshot':
        logs.update(frame.chatId, (log) => applySnapshot(log, frame));
        unconfirmed.seen(frame.messages);
        break;
      case 'resumed':
        for (const [chatId, lastSeq] of Object.entries(frame.chats)) live.resumed(chatId, lastSeq);
        break;
      case 'read': {
        const known = logs.get(frame.chatId)?.generation ?? 0;
        if ((frame.generation ?? 0) > known) unconfirmed.operations.unreadMarked(frame.chatId);
        live.read(frame);
        break;
      }
      case 'chat.added':
        live.added([frame.chat]);
        break;
      case 'chat.removed':
        logs.remove(frame.chatId);
        this.#to.removed();
        break;
      case 'bookmark':
        this.bookmarked(frame.chatId, frame.message, frame.bookmarked);
        break;
      default:
        this.#answer(frame);
    }
  }

  /** I have saved a message for later, or not any more. */
  bookmarked(chatId: string, message: number, bookmarked: boolean): void {
    this.#to.logs.update(chatId, (log) =>
      changeMessage(log, message, (known) => ({ ...known, bookmarked })),
    );
    if (bookmarked) this.#saves += 1;
  }

  /** Answers to what I asked for, and what is in no log. */
  #answer(frame: ServerFrame): void {
    const { unconfirmed, receipts, here, drafts, threads } = this.#to;
    switch (frame.op) {
      case 'message.ack':
        unconfirmed.acked(frame);
        break;
      case 'done':
        unconfirmed.done(frame);
        break;
      case 'error':
        unconfirmed.refused(frame);
        break;
      case 'receipt':
        receipts.heard(frame);
        break;
      case 'presence':
        here.show(frame);
        break;
      case 'typing':
        here.types(frame.chatId, frame.userId, frame.thread ?? null, frame.untilMs);
        break;
      case 'draft':
        drafts.heard(frame);
        break;
      case 'thread.read':
        threads.refreshSoon();
        break;
      case 'notification.added':
      case 'notification.settled':
        this.#to.notified(frame);
        break;
      case 'message.translated':
      case 'message.untranslated':
        this.#to.translated(frame);
        break;
      case 'presence.own':
        this.#ownPresence = frame;
        break;
    }
  }

  #greet(hello: HelloFrame): void {
    const { live, unconfirmed, here, receipts, threads } = this.#to;
    here.greeted(hello.presence);
    this.#ownPresence = hello.ownPresence ?? null;
    live.greeted(hello.chats);
    this.#greeted = true;
    unconfirmed.connected();
    receipts.connected();
    threads.refreshSoon();
    void this.#syncDrafts();
  }

  async #syncDrafts(): Promise<void> {
    const { drafts, fetchDrafts } = this.#to;
    try {
      drafts.synced(await fetchDrafts());
    } catch {
      // Those of this device stand; the next connection tries again.
    }
  }

  #enter(entry: LogEntry): void {
    const { logs, live, unconfirmed, here, threads } = this.#to;
    if (entry.type === 'message.posted' && logs.get(entry.chatId) !== undefined) {
      unconfirmed.seen([entry]);
      here.stops(entry.chatId, entry.senderId, entry.thread ?? null);
      if (this.#concernsMyThreads(entry)) threads.refreshSoon();
    }
    live.entered(entry);
  }

  /** Whether a message is, or may be, in a thread that I follow or follow from now on. */
  #concernsMyThreads(entry: PostedEntry): boolean {
    const { me, logs, threads } = this.#to;
    const root = entry.thread ?? null;
    if (root === null) return false;
    if (entry.senderId === me || calls({ mentions: entry.mentions ?? null }, me)) return true;
    if (threads.find(entry.chatId, root) !== undefined) return true;
    const known = logs.message(entry.chatId, root);
    return known === undefined || known.senderId === me;
  }
}
