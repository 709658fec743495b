import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { MessagePage, MessageView } from '$platform/api/types';
import type { HttpClient, TokenSource } from '$platform/http';
import {
  RealtimeClient,
  type ChatSummary,
  type ClientFrame,
  type ConnectionState,
  type HelloFrame,
  type LogEntry,
  type OwnPresence,
  type RealtimeClock,
  type RealtimeOptions,
  type ServerFrame,
} from '$platform/realtime';
import type { KeptValues } from '$platform/storage/keptValues';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import {
  applyEntry,
  applyRead,
  applySnapshot,
  closedAt,
  fromSummary,
  withSummary,
  type ChatLog,
} from './chatLog';
import { ChatCache } from './chatCache';
import {
  fetchDrafts,
  fetchMessage,
  fetchMessages,
  fetchReceipts,
  fetchThread,
  putBookmark,
  putDraft,
} from './conversationsApi';
import { Drafts } from './drafts.svelte';
import { FollowedThreads } from './followedThreads.svelte';
import {
  applyAround,
  applyPage,
  applyReplies,
  applyThreadPage,
  changeMessage,
  closeThread,
  extendExcursion,
  leaveExcursion,
  messageAt,
  openThread,
  openWindow,
} from './logWindows';
import { calls } from './messageState';
import { Operations, type Change, type Operation } from './operations';
import { Outbox, type Attachments, type OutgoingMessage } from './outbox';
import { Receipts } from './receipts.svelte';
import { WhoIsHere } from './whoIsHere.svelte';

export interface ConversationsOptions {
  readonly me: string;
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly storage: KeyedStorage;
  readonly kept: KeptValues;
  readonly clock: RealtimeClock;
  readonly openSocket: RealtimeOptions['openSocket'];
  readonly unpack?: RealtimeOptions['unpack'];
  /** The server ended the session. */
  readonly signedOut: () => void;
}

/** A page that was too old each time is given up: whoever shows the chat asks again. */
const PAGE_ATTEMPTS = 3;

/** Told of each entry that was applied while it happened, not of what a resume caught up with. */
export type LiveListener = (entry: LogEntry) => void;

/**
 * What is said in my chats, as far as this client knows: one reducer per chat over the entries the live connection
 * brings, pages of history, what I wrote and is not confirmed, and who is online. Components read it and follow.
 */
export class Conversations {
  /** My chats by id. */
  readonly chats = new SvelteMap<string, ChatLog>();
  /** Messages of mine that are not in the log yet, by chat. */
  readonly pending = new SvelteMap<string, readonly OutgoingMessage[]>();
  /** What I asked to be done with messages and is not in the log yet, by chat. */
  readonly operations = new SvelteMap<string, readonly Operation[]>();
  readonly here: WhoIsHere;
  readonly drafts: Drafts;
  readonly receipts: Receipts;
  readonly threads: FollowedThreads;
  readonly me: string;
  #connection = $state.raw<ConnectionState>({ kind: 'connecting' });
  #ready = $state(false);
  #ownPresence = $state.raw<OwnPresence | null>(null);
  readonly #http: HttpClient;
  readonly #cache: ChatCache;
  readonly #outbox: Outbox;
  readonly #operations: Operations;
  readonly #realtime: RealtimeClient;
  readonly #listeners = new Set<LiveListener>();
  /** How far each chat was at the last hello: entries after it are live. */
  readonly #liveAfter = new Map<string, number>();

  constructor(options: ConversationsOptions) {
    const { me, http, storage, clock } = options;
    this.me = me;
    this.#http = http;
    const send = (frame: ClientFrame) => this.#realtime.send(frame);
    this.here = new WhoIsHere(clock);
    this.receipts = new Receipts({
      me,
      clock,
      send,
      fetch: (chatId, cursor) => fetchReceipts(http, chatId, cursor),
    });
    this.drafts = new Drafts({
      storage,
      clock,
      write: (place, draft) => putDraft(http, place, draft),
    });
    this.threads = new FollowedThreads(http, clock);
    this.#cache = new ChatCache(options.kept, clock, () => this.chats.values());
    this.#outbox = new Outbox({
      storage,
      clock,
      send,
      changed: (chatId, pending) => this.pending.set(chatId, pending),
    });
    this.#operations = new Operations({
      storage,
      clock,
      send,
      bookmark: (chatId, message, present) => this.#bookmark(chatId, message, present),
      changed: (chatId, operations) => this.operations.set(chatId, operations),
    });
    this.#realtime = new RealtimeClient({
      openSocket: options.openSocket,
      clock,
      tokens: options.tokens,
      unpack: options.unpack,
      listener: {
        state: (state) => {
          this.#connection = state;
          if (state.kind === 'open') return;
          this.#outbox.disconnected();
          this.#operations.disconnected();
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

  /** The people online or away among those I share a chat with. */
  get online(): ReadonlySet<string> {
    return this.here.online;
  }

  /** What I have said about being there; null as long as it is not known. */
  get ownPresence(): OwnPresence | null {
    return this.#ownPresence;
  }

  get unsent(): number {
    const messages = this.#outbox.all().filter((message) => message.state !== 'sent');
    return messages.length + this.#operations.waiting;
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
    this.#operations.dispose();
    this.drafts.dispose();
    this.threads.dispose();
    this.receipts.dispose();
    this.here.dispose();
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
  networkChanged(online: boolean): void {
    this.#realtime.networkChanged(online);
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
    await this.#addPage(
      chatId,
      () => fetchMessages(this.#http, chatId),
      (now, page, asOf) => (now.window === 'closed' ? now : applyPage(now, page, this.me, asOf)),
    );
  }

  /** Brings the page before the messages that are shown; nothing when they reach the beginning. */
  async loadOlder(chatId: string): Promise<void> {
    const log = this.chats.get(chatId);
    if (log?.window !== 'open') return;
    const before = log.excursion === null ? log.before : log.excursion.before;
    if (before === null) return;
    await this.#addPage(
      chatId,
      () => fetchMessages(this.#http, chatId, { before }),
      (now, page, asOf) => {
        if (now.excursion?.before === before) {
          return extendExcursion(now, page, 'before', this.me, asOf);
        }
        return now.before === before ? applyPage(now, page, this.me, asOf) : now;
      },
    );
  }

  /** Brings the page after messages that do not reach the newest. */
  async loadNewer(chatId: string): Promise<void> {
    const after = this.chats.get(chatId)?.excursion?.after ?? null;
    if (after === null) return;
    await this.#addPage(
      chatId,
      () => fetchMessages(this.#http, chatId, { after }),
      (now, page, asOf) =>
        now.excursion?.after === after ? extendExcursion(now, page, 'after', this.me, asOf) : now,
    );
  }

  /** Brings the messages around one, or around a moment, unless that message is shown. */
  async goTo(chatId: string, where: { around: number } | { at: string }): Promise<void> {
    const log = this.chats.get(chatId);
    const shown = log?.excursion?.messages ?? log?.messages ?? [];
    if ('around' in where && shown.some(({ seq }) => seq === where.around)) return;
    await this.#addPage(
      chatId,
      () => fetchMessages(this.#http, chatId, where),
      (now, page, asOf) => (now.window === 'open' ? applyAround(now, page, this.me, asOf) : now),
    );
  }

  /** Back to the newest messages. */
  leaveExcursion(chatId: string): void {
    this.#update(chatId, leaveExcursion);
  }

  async openThread(chatId: string, root: number): Promise<void> {
    const log = this.chats.get(chatId);
    if (log === undefined || log.window === 'closed') return;
    if (log.threads[root]?.opening === false) return;
    this.#put(openThread(log, root));
    await this.#threadPage(chatId, root, null);
  }

  async loadOlderReplies(chatId: string, root: number): Promise<void> {
    const before = this.chats.get(chatId)?.threads[root]?.before ?? null;
    if (before !== null) await this.#threadPage(chatId, root, before);
  }

  closeThread(chatId: string, root: number): void {
    this.#update(chatId, (log) => closeThread(log, root));
  }

  /** A message wherever it is known, or undefined. */
  message(chatId: string, seq: number): MessageView | undefined {
    const log = this.chats.get(chatId);
    return log === undefined ? undefined : messageAt(log, seq);
  }

  /** A message, asked for when it is not at hand. Fails as the HttpClient does. */
  async findMessage(chatId: string, seq: number): Promise<MessageView> {
    return this.message(chatId, seq) ?? (await fetchMessage(this.#http, chatId, seq));
  }

  send(chatId: string, text: string, attachments: Attachments = {}): void {
    this.#outbox.enqueue(chatId, text, attachments);
  }

  /** Asks for a change of a message: shown at once, done as soon as the suite can be reached. */
  change(chatId: string, change: Change): void {
    this.#operations.enqueue(chatId, change);
  }

  retryChange(operation: Operation): void {
    const { chatId, change } = operation;
    this.#operations.retry(operation.id, this.message(chatId, change.message));
  }

  discardChange(id: string): void {
    this.#operations.discard(id);
  }

  /** I am writing at a place; whoever is there is told. */
  typing(chatId: string, thread: number | null): void {
    this.#realtime.send({ op: 'typing', chatId, ...(thread === null ? {} : { thread }) });
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
    const { generation } = log;
    this.#put(applyRead(log, { generation, readSeq: seq }, null, this.me));
    this.#tellMarker(chatId);
  }

  markThreadRead(chatId: string, thread: number, seq: number): void {
    if (this.#realtime.send({ op: 'thread.read', chatId, thread, seq })) {
      this.threads.read(chatId, thread, seq);
    }
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
      case 'done':
        this.#operations.done(frame);
        if (typeof frame.chatId === 'string') this.#settle(frame.chatId);
        break;
      case 'error':
        if (frame.re === 'message.send') this.#outbox.refused(frame);
        else this.#operations.refused(frame);
        break;
      case 'read': {
        const { generation = 0, readSeq } = frame;
        const known = this.chats.get(frame.chatId)?.generation ?? 0;
        if (generation > known) this.#operations.unreadMarked(frame.chatId);
        this.#update(frame.chatId, (log) =>
          applyRead(log, { generation, readSeq }, frame, this.me),
        );
        break;
      }
      case 'receipt':
        this.receipts.heard(frame);
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
        this.here.show(frame);
        break;
      case 'typing':
        this.here.types(frame.chatId, frame.userId, frame.thread ?? null, frame.untilMs);
        break;
      case 'draft':
        this.drafts.heard(frame);
        break;
      case 'bookmark':
        this.#update(frame.chatId, (log) =>
          changeMessage(log, frame.message, (known) => ({
            ...known,
            bookmarked: frame.bookmarked,
          })),
        );
        break;
      case 'thread.read':
        this.threads.refreshSoon();
        break;
      case 'presence.own':
        this.#ownPresence = frame;
        break;
    }
  }

  #greeted(hello: HelloFrame): void {
    const mine = new Set(hello.chats.map((chat) => chat.chatId));
    for (const chatId of this.chats.keys()) if (!mine.has(chatId)) this.chats.delete(chatId);
    this.here.greeted(hello.presence);
    this.#ownPresence = hello.ownPresence ?? null;
    this.#liveAfter.clear();
    for (const chat of hello.chats) this.#liveAfter.set(chat.chatId, chat.lastSeq);
    this.#realtime.resume(this.#sum(hello.chats));
    this.#ready = true;
    this.#outbox.connected();
    this.#operations.connected();
    this.receipts.connected();
    this.threads.refreshSoon();
    void this.#syncDrafts();
  }

  async #syncDrafts(): Promise<void> {
    try {
      this.drafts.synced(await fetchDrafts(this.#http));
    } catch {
      // Those of this device stand; the next connection tries again.
    }
  }

  /** Takes in what the server says of chats, and tells from where it has to be caught up. */
  #sum(summaries: readonly ChatSummary[]): ReadonlyMap<string, number> {
    const behind = new Map<string, number>();
    for (const summary of summaries) {
      const known = this.chats.get(summary.chatId);
      const log = known === undefined ? fromSummary(summary) : withSummary(known, summary);
      this.#put(log);
      if (log.lastSeq < summary.lastSeq) behind.set(log.chatId, log.lastSeq);
      const told = summary.marker ?? { generation: 0, readSeq: summary.readSeq };
      if (log.generation === told.generation && log.readSeq > told.readSeq) {
        this.#tellMarker(log.chatId);
      }
    }
    return behind;
  }

  #entered(entry: LogEntry): void {
    const log = this.chats.get(entry.chatId);
    if (log === undefined) return;
    if (entry.type === 'message.posted') {
      if (entry.senderId === this.me) this.#outbox.seen(entry.clientMessageId);
      this.here.stops(entry.chatId, entry.senderId, entry.thread ?? null);
      if (this.#concernsMyThreads(entry)) this.threads.refreshSoon();
    }
    const { log: next, gap } = applyEntry(log, entry, this.me);
    this.#put(next);
    if (next.count.stale && !log.count.stale) this.#tellMarker(next.chatId);
    if (next.staleRoots.length > log.staleRoots.length) void this.#refreshRoots(next.chatId);
    if (gap) this.#realtime.resume(new Map([[next.chatId, next.lastSeq]]));
    const live = entry.seq > (this.#liveAfter.get(entry.chatId) ?? 0);
    if (live && next.lastSeq > log.lastSeq) for (const listener of this.#listeners) listener(entry);
  }

  /** Whether a message is, or may be, in a thread that I follow or follow from now on. */
  #concernsMyThreads(entry: Extract<LogEntry, { type: 'message.posted' }>): boolean {
    const root = entry.thread ?? null;
    if (root === null) return false;
    if (entry.senderId === this.me || calls({ mentions: entry.mentions ?? null }, this.me))
      return true;
    if (this.threads.find(entry.chatId, root) !== undefined) return true;
    const known = this.message(entry.chatId, root);
    return known === undefined || known.senderId === this.me;
  }

  /** A resume that did not bring all it promised: the window is closed, and fetched anew by who shows it. */
  #resumed(chatId: string, lastSeq: number): void {
    this.#update(chatId, (log) => (log.lastSeq < lastSeq ? closedAt(log, lastSeq) : log));
  }

  async #threadPage(chatId: string, root: number, before: string | null): Promise<void> {
    await this.#addPage(
      chatId,
      () => fetchThread(this.#http, chatId, root, before),
      (now, page, asOf) =>
        now.threads[root] === undefined ? now : applyThreadPage(now, root, page, this.me, asOf),
    );
  }

  /** Fetches a page and takes it in; once more when so much happened meanwhile that it is too old. */
  async #addPage(
    chatId: string,
    fetch: () => Promise<MessagePage>,
    take: (log: ChatLog, page: MessagePage, asOf: number) => ChatLog | null,
  ): Promise<void> {
    for (let attempt = 0; attempt < PAGE_ATTEMPTS; attempt += 1) {
      const since = this.chats.get(chatId)?.lastSeq ?? 0;
      const page = await fetch();
      const log = this.chats.get(chatId);
      if (log === undefined) return;
      const next = take(log, page, page.lastSeq ?? since);
      if (next === null) continue;
      this.#put(next);
      this.#recognise(page.items);
      return;
    }
  }

  /** Asks again for what is summed up of threads that have lost a reply. */
  async #refreshRoots(chatId: string): Promise<void> {
    for (const root of this.chats.get(chatId)?.staleRoots ?? []) {
      const since = this.chats.get(chatId)?.lastSeq ?? 0;
      try {
        const page = await fetchMessages(this.#http, chatId, { around: root, limit: 2 });
        const items = page.items.filter(({ seq }) => seq === root);
        this.#update(chatId, (log) =>
          applyReplies(log, { ...page, items }, page.lastSeq ?? since, this.me),
        );
      } catch {
        // The number is one too great until the chat is opened anew.
      }
    }
  }

  /** Tells the server how far I have read; it answers with what is unread then. */
  #tellMarker(chatId: string): void {
    const log = this.chats.get(chatId);
    if (log === undefined) return;
    const { readSeq: seq, generation } = log;
    this.#realtime.send({ op: 'read', chatId, seq, ...(generation === 0 ? {} : { generation }) });
  }

  async #bookmark(chatId: string, message: number, present: boolean): Promise<void> {
    await putBookmark(this.#http, chatId, message, present);
    this.#update(chatId, (log) =>
      changeMessage(log, message, (known) => ({ ...known, bookmarked: present })),
    );
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
    this.receipts.arrived(log);
    this.#cache.saveSoon();
  }

  #settle(chatId: string): void {
    const log = this.chats.get(chatId);
    if (log === undefined) return;
    if (this.pending.has(chatId)) this.#outbox.settle(chatId, log.lastSeq);
    if (this.operations.has(chatId)) this.#operations.settle(chatId, log.lastSeq);
  }
}

/** The conversations of the person who is signed in. */
export const [useConversations, provideConversations] = createContext<Conversations>();
