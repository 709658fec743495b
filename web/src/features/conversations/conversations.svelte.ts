import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { MessageView } from '$platform/api/types';
import type { HttpClient, TokenSource } from '$platform/http';
import {
  RealtimeClient,
  type ChatSummary,
  type ConnectionState,
  type HelloFrame,
  type LogEntry,
  type RealtimeClock,
  type RealtimeOptions,
  type ServerFrame,
} from '$platform/realtime';
import type { KeptValues } from '$platform/storage/keptValues';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import {
  applyEntry,
  applyPage,
  applyRead,
  applySnapshot,
  closedAt,
  fromSummary,
  openWindow,
  unreadAfter,
  withSummary,
  type ChatLog,
} from './chatLog';
import { ChatCache } from './chatCache';
import { fetchMessages } from './conversationsApi';
import { Drafts } from './drafts';
import { Outbox, type OutgoingMessage } from './outbox';

export interface ConversationsOptions {
  readonly me: string;
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly storage: KeyedStorage;
  readonly kept: KeptValues;
  readonly clock: RealtimeClock;
  readonly openSocket: RealtimeOptions['openSocket'];
  /** The server ended the session. */
  readonly signedOut: () => void;
}

/** Told of each entry that was applied while it happened, not of what a resume caught up with. */
export type LiveListener = (entry: LogEntry) => void;

/**
 * What is said in my chats, as far as this client knows: one reducer per chat over the entries the live connection
 * brings, pages of history, what I wrote and is not confirmed, and who is online. Components read it and follow.
 */
export class Conversations {
  /** My chats by id. */
  readonly chats = new SvelteMap<string, ChatLog>();
  /** The people online among those I share a chat with. */
  readonly online = new SvelteSet<string>();
  /** Messages of mine that are not in the log yet, by chat. */
  readonly pending = new SvelteMap<string, readonly OutgoingMessage[]>();
  readonly drafts: Drafts;
  readonly me: string;
  #connection = $state.raw<ConnectionState>({ kind: 'connecting' });
  #ready = $state(false);
  readonly #http: HttpClient;
  readonly #cache: ChatCache;
  readonly #outbox: Outbox;
  readonly #realtime: RealtimeClient;
  readonly #listeners = new Set<LiveListener>();
  /** How far each chat was at the last hello: entries after it are live. */
  readonly #liveAfter = new Map<string, number>();

  constructor(options: ConversationsOptions) {
    const { me, http, storage, clock } = options;
    this.me = me;
    this.#http = http;
    this.drafts = new Drafts(storage);
    this.#cache = new ChatCache(options.kept, clock, () => this.chats.values());
    this.#outbox = new Outbox({
      storage,
      clock,
      send: (frame) => this.#realtime.send(frame),
      changed: (chatId, pending) => this.pending.set(chatId, pending),
    });
    this.#realtime = new RealtimeClient({
      openSocket: options.openSocket,
      clock,
      tokens: options.tokens,
      listener: {
        state: (state) => {
          this.#connection = state;
          if (state.kind !== 'open') this.#outbox.disconnected();
        },
        frame: (frame) => {
          this.#received(frame);
        },
        signedOut: options.signedOut,
      },
    });
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  /** Whether my chats are known. */
  get ready(): boolean {
    return this.#ready;
  }

  get unsent(): number {
    return this.#outbox.all().filter((message) => message.state !== 'sent').length;
  }

  /** Begins with what was known at the last visit, and connects. */
  start(): void {
    this.#realtime.start();
    void this.#cache.load().then((logs) => {
      if (this.#ready) return;
      for (const log of logs) this.#put(log);
    });
  }

  dispose(): void {
    this.#realtime.stop();
    this.#cache.dispose();
    this.#outbox.dispose();
    this.#listeners.clear();
  }

  /** The page may go away at any moment: keeps what is known for the next visit. */
  save(): void {
    this.#cache.save();
  }

  reconnect(): void {
    this.#realtime.retryNow();
  }

  /** The browser says that the network came or went. */
  networkChanged(): void {
    this.#realtime.retryNow();
    this.#realtime.probe();
  }

  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings the newest page of a chat, when there is none. */
  async open(chatId: string): Promise<void> {
    const log = this.chats.get(chatId);
    if (log === undefined || log.window === 'open') return;
    this.#put(openWindow(log));
    this.#addPage(chatId, await fetchMessages(this.#http, chatId, null));
  }

  /** Brings the page before the window; nothing when the window reaches the beginning. */
  async loadOlder(chatId: string): Promise<void> {
    const log = this.chats.get(chatId);
    if (log?.window !== 'open' || log.before === null) return;
    this.#addPage(chatId, await fetchMessages(this.#http, chatId, log.before));
  }

  send(chatId: string, text: string): void {
    this.#outbox.enqueue(chatId, text);
  }

  retry(clientMessageId: string): void {
    this.#outbox.retry(clientMessageId);
  }

  discard(clientMessageId: string): void {
    this.#outbox.discard(clientMessageId);
  }

  /** I have seen the chat up to a seq. Shown at once; told again after a reconnect when it did not get through. */
  markRead(chatId: string, seq: number): void {
    const log = this.chats.get(chatId);
    if (log === undefined || seq <= log.readSeq) return;
    this.#put(applyRead(log, seq, unreadAfter(log, seq, this.me)));
    this.#realtime.send({ op: 'read', chatId, seq });
  }

  #received(frame: ServerFrame): void {
    switch (frame.op) {
      case 'hello':
        this.#greeted(frame);
        break;
      case 'entry':
        this.#entered(frame);
        break;
      case 'snapshot':
        this.#update(frame.chatId, (log) => applySnapshot(log, frame));
        this.#recognise(frame.messages);
        break;
      case 'resumed':
        for (const [chatId, lastSeq] of Object.entries(frame.chats)) this.#resumed(chatId, lastSeq);
        break;
      case 'message.ack':
        this.#outbox.acked(frame);
        this.#settle(frame.chatId);
        break;
      case 'error':
        if (frame.re === 'message.send') this.#outbox.refused(frame);
        break;
      case 'read':
        this.#update(frame.chatId, (log) => applyRead(log, frame.readSeq, frame.unread));
        break;
      case 'chat.added':
        this.#liveAfter.set(frame.chat.chatId, frame.chat.lastSeq);
        this.#realtime.resume(this.#sum([frame.chat]));
        break;
      case 'chat.removed':
        this.chats.delete(frame.chatId);
        this.#cache.saveSoon();
        break;
      case 'presence':
        this.online[frame.status === 'online' ? 'add' : 'delete'](frame.userId);
        break;
    }
  }

  #greeted(hello: HelloFrame): void {
    const mine = new Set(hello.chats.map((chat) => chat.chatId));
    for (const chatId of this.chats.keys()) if (!mine.has(chatId)) this.chats.delete(chatId);
    this.online.clear();
    for (const { userId } of hello.presence) this.online.add(userId);
    this.#liveAfter.clear();
    for (const chat of hello.chats) this.#liveAfter.set(chat.chatId, chat.lastSeq);
    this.#realtime.resume(this.#sum(hello.chats));
    this.#ready = true;
    this.#outbox.connected();
  }

  /** Takes in what the server says of chats, and tells from where it has to be caught up. */
  #sum(summaries: readonly ChatSummary[]): ReadonlyMap<string, number> {
    const behind = new Map<string, number>();
    for (const summary of summaries) {
      const known = this.chats.get(summary.chatId);
      const log = known === undefined ? fromSummary(summary) : withSummary(known, summary);
      this.#put(log);
      if (log.lastSeq < summary.lastSeq) behind.set(log.chatId, log.lastSeq);
      if (log.readSeq > summary.readSeq) {
        this.#realtime.send({ op: 'read', chatId: log.chatId, seq: log.readSeq });
      }
    }
    return behind;
  }

  #entered(entry: LogEntry): void {
    const log = this.chats.get(entry.chatId);
    if (log === undefined) return;
    if (entry.type === 'message.posted' && entry.senderId === this.me) {
      this.#outbox.seen(entry.clientMessageId);
    }
    const { log: next, gap } = applyEntry(log, entry, this.me);
    this.#put(next);
    if (gap) this.#realtime.resume(new Map([[next.chatId, next.lastSeq]]));
    const live = entry.seq > (this.#liveAfter.get(entry.chatId) ?? 0);
    if (live && next.lastSeq > log.lastSeq) for (const listener of this.#listeners) listener(entry);
  }

  /** A resume that did not bring all it promised: the window is closed, and fetched anew by who shows it. */
  #resumed(chatId: string, lastSeq: number): void {
    this.#update(chatId, (log) => (log.lastSeq < lastSeq ? closedAt(log, lastSeq) : log));
  }

  #addPage(chatId: string, page: Awaited<ReturnType<typeof fetchMessages>>): void {
    this.#update(chatId, (log) => (log.window === 'closed' ? log : applyPage(log, page)));
    this.#recognise(page.items);
  }

  #recognise(messages: readonly MessageView[]): void {
    for (const { senderId, clientMessageId } of messages) {
      if (senderId === this.me) this.#outbox.seen(clientMessageId);
    }
  }

  #update(chatId: string, change: (log: ChatLog) => ChatLog): void {
    const log = this.chats.get(chatId);
    if (log !== undefined) this.#put(change(log));
  }

  #put(log: ChatLog): void {
    this.chats.set(log.chatId, log);
    this.#settle(log.chatId);
    this.#cache.saveSoon();
  }

  #settle(chatId: string): void {
    const log = this.chats.get(chatId);
    if (log !== undefined && this.pending.has(chatId)) this.#outbox.settle(chatId, log.lastSeq);
  }
}

/** The conversations of the person who is signed in. */
export const [useConversations, provideConversations] = createContext<Conversations>();
