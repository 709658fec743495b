import { fetchChat, type ChatLog, type Conversations } from '$features/conversations';
import type { ChatView } from '$platform/api/types';
import { Task } from '$platform/async';
import { ProblemError, type HttpClient } from '$platform/http';
import { timelineRows, type TimelineRow } from './timelineRows';

export interface Announcement {
  readonly key: number;
  readonly senderId: string;
  readonly text: string;
}

const KEPT_ANNOUNCEMENTS = 10;

/**
 * One open chat as its view shows it: the chat itself, the rows, what is being fetched, and which messages were
 * unread when it was opened. Disposed with its view.
 */
export class TimelineModel {
  readonly chatId: string;
  /** Brings the messages of a chat of mine. */
  readonly opening = new Task();
  /** Finds out what a chat is that is none of mine. */
  readonly looking = new Task();
  readonly older = new Task();
  readonly #conversations: Conversations;
  readonly #http: HttpClient;
  readonly #stop: () => void;
  /** A live window that nobody looks at collects unread messages below the divider. */
  #attentive = true;
  #dividerSeq = $state<number | null>(null);
  #view = $state.raw<ChatView | null>(null);
  #announcements = $state.raw<readonly Announcement[]>([]);
  #announced = 0;
  readonly log: ChatLog | undefined = $derived.by(() => this.#conversations.chats.get(this.chatId));
  readonly rows: readonly TimelineRow[] = $derived.by(() =>
    timelineRows({
      messages: this.log?.messages ?? [],
      pending: this.#conversations.pending.get(this.chatId) ?? [],
      me: this.#conversations.me,
      dividerSeq: this.#dividerSeq,
    }),
  );

  constructor(conversations: Conversations, http: HttpClient, chatId: string) {
    this.#conversations = conversations;
    this.#http = http;
    this.chatId = chatId;
    this.#stop = conversations.listen((entry) => {
      if (entry.chatId !== chatId) return;
      if (entry.type !== 'message.posted') void this.refresh();
      else if (entry.senderId !== conversations.me) this.#heard(entry.senderId, entry.text);
    });
  }

  /** The chat as chat-service describes it; null until it has answered. */
  get view(): ChatView | null {
    return this.#view;
  }

  /** New messages of others since the view was opened, for those who hear rather than see. */
  get announcements(): readonly Announcement[] {
    return this.#announcements;
  }

  /** It was deleted, or is not for me to see. */
  get gone(): boolean {
    const { error } = this.looking;
    return this.log === undefined && error instanceof ProblemError && error.status === 404;
  }

  /** A public chat I am not in. */
  get joinable(): boolean {
    return this.#view?.kind === 'public' && (this.#view.myRole ?? null) === null;
  }

  dispose(): void {
    this.#stop();
  }

  /** Once my chats are known: brings the messages of this one, or tells what it is when it is none of mine. */
  async open(): Promise<void> {
    const log = this.log;
    if (log === undefined) {
      await this.looking.run(async () => {
        this.#view = await fetchChat(this.#http, this.chatId);
      });
      return;
    }
    this.looking.clear();
    if (log.unread > 0) this.#dividerSeq ??= log.readSeq;
    await this.opening.run(() =>
      Promise.all([this.#conversations.open(this.chatId), this.refresh()]),
    );
  }

  /** Asks for the chat's description again; what is shown stays when there is no answer. */
  async refresh(): Promise<void> {
    try {
      this.#view = await fetchChat(this.#http, this.chatId);
    } catch {
      // Name and messages come from the live connection; only the number of members may be old.
    }
  }

  async loadOlder(): Promise<void> {
    const log = this.log;
    if (log?.window !== 'open' || log.before === null) return;
    await this.older.run(() => this.#conversations.loadOlder(this.chatId));
  }

  send(text: string): void {
    this.#dividerSeq = null;
    this.#conversations.send(this.chatId, text);
  }

  /** The person looks at the window, or away from it. */
  attend(attentive: boolean): void {
    this.#attentive = attentive;
  }

  seen(seq: number): void {
    if (this.#attentive) this.#conversations.markRead(this.chatId, seq);
  }

  #heard(senderId: string, text: string): void {
    this.#announced += 1;
    const next = { key: this.#announced, senderId, text };
    this.#announcements = [...this.#announcements, next].slice(-KEPT_ANNOUNCEMENTS);
    if (!this.#attentive) this.#dividerSeq ??= this.log?.readSeq ?? null;
  }
}
