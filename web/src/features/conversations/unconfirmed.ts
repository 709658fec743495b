import { SvelteMap } from 'svelte/reactivity';
import type { MessageView } from '$platform/api/types';
import type {
  AckFrame,
  ClientFrame,
  DoneFrame,
  ErrorFrame,
  RealtimeClock,
} from '$platform/realtime';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import type { ChatLogs } from './chatLogs';
import { Operations, type Operation, type OperationsOptions } from './operations';
import { Outbox, type OutgoingMessage } from './outbox';

export interface UnconfirmedOptions {
  readonly me: string;
  readonly storage: KeyedStorage;
  readonly clock: RealtimeClock;
  /** Sends when connected; false means that nothing was sent. */
  readonly send: (frame: ClientFrame) => boolean;
  readonly bookmark: OperationsOptions['bookmark'];
  readonly logs: Pick<ChatLogs, 'get'>;
  /** Files that go with no message of mine any more. */
  readonly released: (uploadIds: readonly string[], sent: boolean) => void;
}

/** What I wrote and what I asked to be done with messages, until the suite has it and its entry has come. */
export class Unconfirmed {
  readonly outbox: Outbox;
  readonly operations: Operations;
  /** Messages of mine that are not in the log yet, by chat. */
  readonly messages = new SvelteMap<string, readonly OutgoingMessage[]>();
  /** What I asked to be done with messages and is not in the log yet, by chat. */
  readonly changes = new SvelteMap<string, readonly Operation[]>();
  readonly #me: string;
  readonly #logs: UnconfirmedOptions['logs'];

  constructor({ me, logs, storage, clock, send, bookmark, released }: UnconfirmedOptions) {
    this.#me = me;
    this.#logs = logs;
    this.outbox = new Outbox({
      storage,
      clock,
      send,
      changed: (chatId, pending) => this.messages.set(chatId, pending),
      released,
    });
    this.operations = new Operations({
      storage,
      clock,
      send,
      bookmark,
      changed: (chatId, operations) => this.changes.set(chatId, operations),
    });
  }

  /** How much of it the suite does not have. */
  get count(): number {
    const messages = this.outbox.all().filter((message) => message.state !== 'sent');
    return messages.length + this.operations.waiting;
  }

  connected(): void {
    this.outbox.connected();
    this.operations.connected();
  }

  disconnected(): void {
    this.outbox.disconnected();
    this.operations.disconnected();
  }

  acked(frame: AckFrame): void {
    this.outbox.acked(frame);
    this.settle(frame.chatId);
  }

  done(frame: DoneFrame): void {
    this.operations.done(frame);
    if (typeof frame.chatId === 'string') this.settle(frame.chatId);
  }

  refused(frame: ErrorFrame): void {
    if (frame.re === 'message.send') this.outbox.refused(frame);
    else this.operations.refused(frame);
  }

  /** These messages are in a log, some of them perhaps mine. */
  seen(messages: readonly Pick<MessageView, 'senderId' | 'clientMessageId'>[]): void {
    for (const { senderId, clientMessageId } of messages) {
      if (senderId === this.#me) this.outbox.seen(clientMessageId);
    }
  }

  /** The log of a chat may have come to what is awaited. */
  settle(chatId: string): void {
    const log = this.#logs.get(chatId);
    if (log === undefined) return;
    if (this.messages.has(chatId)) this.outbox.settle(chatId, log.lastSeq);
    if (this.changes.has(chatId)) this.operations.settle(chatId, log.lastSeq);
  }

  dispose(): void {
    this.outbox.dispose();
    this.operations.dispose();
  }
}
