import { createContext } from 'svelte';
import type { MessageView } from '$platform/api/types';
import {
  RealtimeClient,
  type ClientFrame,
  type ConnectionState,
  type OwnPresence,
} from '$platform/realtime';
import { BegunEdits } from './begunEdits';
import { ChatCache } from './chatCache';
import type { ChatLog } from './chatLog';
import { ChatLogs } from './chatLogs';
import type { ConversationsOptions } from './conversationsOptions';
import { fetchDrafts, fetchReceipts, putBookmark, putDraft } from './conversationsApi';
import { Drafts } from './drafts.svelte';
import { FollowedThreads } from './followedThreads.svelte';
import { LiveLogs, type LiveListener } from './liveLogs';
import { MessagePages } from './messagePages';
import type { Change, Operation } from './operations';
import type { Attachments, OutgoingFile, OutgoingMessage } from './outbox';
import { Receipts } from './receipts.svelte';
import { Reception } from './reception.svelte';
import { Unconfirmed } from './unconfirmed';
import { WhoIsHere } from './whoIsHere.svelte';

/**
 * What is said in my chats, as far as this client knows: one reducer per chat over the entries the live connection
 * brings, pages of history, what I wrote and is not confirmed, and who is online. Components read it and follow.
 */
export class Conversations {
  readonly pages: MessagePages;
  readonly here: WhoIsHere;
  readonly drafts: Drafts;
  readonly edits: BegunEdits;
  readonly receipts: Receipts;
  readonly threads: FollowedThreads;
  readonly me: string;
  #connection = $state.raw<ConnectionState>({ kind: 'connecting' });
  readonly #logs: ChatLogs;
  readonly #live: LiveLogs;
  readonly #cache: ChatCache;
  readonly #unconfirmed: Unconfirmed;
  readonly #reception: Reception;
  readonly #realtime: RealtimeClient;

  constructor(options: ConversationsOptions) {
    const { me, http, storage, clock } = options;
    this.me = me;
    const send = (frame: ClientFrame) => this.#realtime.send(frame);
    this.#logs = new ChatLogs((log) => {
      this.#unconfirmed.settle(log.chatId);
      this.receipts.arrived(log);
      this.#cache.saveSoon();
    });
    this.#unconfirmed = new Unconfirmed({
      ...{ me, storage, clock, send, logs: this.#logs },
      released: (uploadIds, sent) => options.released?.(uploadIds, sent),
      bookmark: async (chatId, message, present) => {
        await putBookmark(http, chatId, message, present);
        this.#reception.bookmarked(chatId, message, present);
      },
    });
    this.pages = new MessagePages({
      ...{ me, http, logs: this.#logs },
      fetched: (messages) => {
        this.#unconfirmed.seen(messages);
      },
    });
    this.#live = new LiveLogs({
      ...{ me, send, logs: this.#logs },
      resume: (positions) => {
        this.#realtime.resume(positions);
      },
      rootsStale: (chatId) => void this.pages.refreshRoots(chatId),
    });
    this.here = new WhoIsHere(clock);
    this.receipts = new Receipts({
      ...{ me, clock, send },
      fetch: (chatId, cursor) => fetchReceipts(http, chatId, cursor),
    });
    this.drafts = new Drafts({
      storage,
      clock,
      write: (place, draft) => putDraft(http, place, draft),
    });
    this.edits = new BegunEdits(storage);
    this.threads = new FollowedThreads(http, clock);
    this.#cache = new ChatCache(options.kept, clock, () => this.chats.values());
    this.#reception = new Reception({
      ...{ me, logs: this.#logs, live: this.#live, unconfirmed: this.#unconfirmed },
      ...{ here: this.here, drafts: this.drafts, receipts: this.receipts, threads: this.threads },
      fetchDrafts: () => fetchDrafts(http),
      notified: (frame) => options.notified?.(frame),
      translated: (frame) => options.translated?.(frame),
      removed: () => {
        this.#cache.saveSoon();
      },
    });
    this.#realtime = this.#connectionOf(options);
  }

  /** My chats by id. */
  get chats(): ReadonlyMap<string, ChatLog> {
    return this.#logs.all;
  }

  /** Messages of mine that are not in the log yet, by chat. */
  get pending(): ReadonlyMap<string, readonly OutgoingMessage[]> {
    return this.#unconfirmed.messages;
  }

  /** What I asked to be done with messages and is not in the log yet, by chat. */
  get operations(): ReadonlyMap<string, readonly Operation[]> {
    return this.#unconfirmed.changes;
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  /** Whether my chats are known. */
  get ready(): boolean {
    return this.#reception.greeted;
  }

  /** The people online or away among those I share a chat with. */
  get online(): ReadonlySet<string> {
    return this.here.online;
  }

  /** Grows whenever I have saved a message for later, here or on another device. */
  get saves(): number {
    return this.#reception.saves;
  }

  /** What I have said about being there; null as long as it is not known. */
  get ownPresence(): OwnPresence | null {
    return this.#reception.ownPresence;
  }

  get unsent(): number {
    return this.#unconfirmed.count;
  }

  /** Begins with what was known at the last visit, and connects. */
  start(): void {
    this.#realtime.start();
    void this.#cache.load().then((logs) => {
      if (this.ready) return;
      for (const log of logs) this.#logs.put(log);
    });
  }

  dispose(): void {
    this.#realtime.stop();
    this.#cache.dispose();
    this.#unconfirmed.dispose();
    this.drafts.dispose();
    this.threads.dispose();
    this.receipts.dispose();
    this.here.dispose();
    this.#live.dispose();
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
    return this.#live.listen(listener);
  }

  /** A message wherever it is known, or undefined. */
  message(chatId: string, seq: number): MessageView | undefined {
    return this.#logs.message(chatId, seq);
  }

  /** Takes a message to be sent, once its files are uploaded; false when it can neither be sent nor kept. */
  send(
    chatId: string,
    text: string,
    attachments: Attachments = {},
    files: readonly OutgoingFile[] = [],
  ): boolean {
    return this.#unconfirmed.outbox.enqueue(chatId, text, attachments, files);
  }

  /** The files that go with messages of mine which are not sent. */
  get filesInUse(): ReadonlySet<string> {
    const messages = this.#unconfirmed.outbox.all();
    return new Set(messages.flatMap(({ files }) => files.map(({ uploadId }) => uploadId)));
  }

  /** A file that goes with a message of mine is with the suite. */
  uploaded(uploadId: string, mediaId: string): void {
    this.#unconfirmed.outbox.uploaded(uploadId, mediaId);
  }

  /** Sends a message without a file that can not be uploaded. */
  leaveOut(clientMessageId: string, uploadId: string): void {
    this.#unconfirmed.outbox.leaveOut(clientMessageId, uploadId);
  }

  retry(clientMessageId: string): void {
    this.#unconfirmed.outbox.retry(clientMessageId);
  }

  discard(clientMessageId: string): void {
    this.#unconfirmed.outbox.discard(clientMessageId);
  }

  /**
   * Asks for a change of a message: shown at once, done as soon as the suite can be reached. False when words can
   * neither be sent nor kept.
   */
  change(chatId: string, change: Change): boolean {
    return this.#unconfirmed.operations.enqueue(chatId, change);
  }

  retryChange(operation: Operation): void {
    const { chatId, change } = operation;
    this.#unconfirmed.operations.retry(operation.id, this.message(chatId, change.message));
  }

  discardChange(id: string): void {
    this.#unconfirmed.operations.discard(id);
  }

  /** I am writing at a place; whoever is there is told. */
  typing(chatId: string, thread: number | null): void {
    this.#realtime.send({ op: 'typing', chatId, ...(thread === null ? {} : { thread }) });
  }

  /** Says in which language I read what; false when there is no connection, after which it is to be said again. */
  readIn(wish: Omit<ClientFrame & { op: 'translations' }, 'op'>): boolean {
    return this.#realtime.send({ op: 'translations', ...wish });
  }

  /** What time it is at the suite, whose times messages carry. */
  serverNow(): number {
    return this.#realtime.serverNow();
  }

  /** I have seen the chat up to a seq. Shown at once; told again after a reconnect when it did not get through. */
  markRead(chatId: string, seq: number): void {
    this.#live.markRead(chatId, seq);
  }

  markThreadRead(chatId: string, thread: number, seq: number): void {
    if (this.#realtime.send({ op: 'thread.read', chatId, thread, seq })) {
      this.threads.read(chatId, thread, seq);
    }
  }

  #connectionOf({ openSocket, clock, tokens, unpack, signedOut }: ConversationsOptions) {
    return new RealtimeClient({
      openSocket,
      clock,
      tokens,
      unpack,
      listener: {
        state: (state) => {
          this.#connection = state;
          if (state.kind !== 'open') this.#unconfirmed.disconnected();
        },
        frame: (frame) => {
          this.#reception.receive(frame);
        },
        signedOut,
      },
    });
  }
}

/** The conversations of the person who is signed in. */
export const [useConversations, provideConversations] = createContext<Conversations>();
