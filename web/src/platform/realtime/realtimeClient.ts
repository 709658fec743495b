import { afterClose, CLOSE_HEARTBEAT, CLOSE_UNREADABLE } from './closeCodes';
import { Comeback } from './comeback';
import type { ClientFrame, HelloFrame, ServerFrame } from './frames';
import { Inbox } from './inbox';
import type { ConnectionState, RealtimeOptions, SocketLike } from './ports';

const PROTOCOL = 'tertulia.v1';
const HELLO_WITHIN_MS = 15_000;
/** How long an answer to a ping may take before the connection counts as dead. */
const PONG_WITHIN_MS = 10_000;
/** The token is renewed this long before it expires, less up to a quarter by chance. */
const RENEW_AHEAD_MS = 60_000;
/** One `resume` frame names at most this many chats. */
const RESUME_CHATS = 500;
/** How long after a refused `resume` the next is sent, when the server does not say. */
const RESUME_AGAIN_MS = 5_000;
/** After this many failures in a row the token is renewed too: a refused upgrade does not say why. */
const FAILURES_BEFORE_RENEWAL = 3;

/**
 * One live connection that comes back by itself: a state machine over a socket, a clock and a token source.
 *
 * It owns how to be connected (token, heartbeat, renewal in place, back-off, close codes) and one resume at a
 * time per chat. What the frames mean is the listener's business.
 */
export class RealtimeClient {
  readonly #options: RealtimeOptions;
  /** Chats of the resume under way, and those that wait for the next. */
  readonly #resuming = new Map<string, number>();
  readonly #behind = new Map<string, number>();
  #state: ConnectionState = { kind: 'stopped' };
  readonly #comeback: Comeback;
  #socket: SocketLike | null = null;
  #inbox: Inbox | null = null;
  /** Whether batches are asked for; no more once one could not be read. */
  #batches: boolean;
  #token: string | null = null;
  /** The server said that it does not take the token. */
  #refused = false;
  /** Attempts in a row without a hello. */
  #failures = 0;
  #heartbeatMs = 25_000;
  /** How far the clock of the suite is ahead of this one. */
  #aheadMs = 0;
  #cancelRetry: (() => void) | null = null;
  #cancelBeat: (() => void) | null = null;
  #cancelDeadline: (() => void) | null = null;
  #cancelRenewal: (() => void) | null = null;
  #cancelResume: (() => void) | null = null;
  /** Counts connections, so that what an abandoned one still awaits is ignored. */
  #generation = 0;

  constructor(options: RealtimeOptions) {
    this.#options = options;
    this.#batches = options.unpack !== undefined;
    this.#comeback = new Comeback(() => options.clock.random());
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** What time it is at the suite; as far as this clock knows until the suite has said it. */
  serverNow(): number {
    return this.#options.clock.now() + this.#aheadMs;
  }

  start(): void {
    if (this.#state.kind === 'stopped') void this.#connect();
  }

  stop(): void {
    this.#abandon();
    this.#become({ kind: 'stopped' });
  }

  /** Ends the wait for the next attempt; nothing when there is no wait. */
  retryNow(): void {
    if (this.#state.kind === 'waiting') void this.#connect();
  }

  /**
   * The browser says that its network has come, or gone. Finds out whether an open connection still lives; who waits
   * for the next attempt need not any more, but for a random moment.
   */
  networkChanged(online: boolean): void {
    if (this.#state.kind === 'open') this.#ping();
    if (!online || this.#state.kind !== 'waiting') return;
    const wait = this.#comeback.online();
    if (this.#options.clock.now() + wait < this.#state.until) this.#connectIn(wait);
  }

  /** Sends when the connection is open; false means that nothing was sent. */
  send(frame: ClientFrame): boolean {
    if (this.#state.kind !== 'open' || this.#socket === null) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Asks for the entries after each seq: one `resume` at a time, and no chat again while it is being resumed. */
  resume(positions: ReadonlyMap<string, number>): void {
    if (this.#state.kind !== 'open') return;
    for (const [chatId, seq] of positions) {
      if (!this.#resuming.has(chatId)) this.#behind.set(chatId, seq);
    }
    this.#resumeNext();
  }

  #resumeNext(): void {
    if (this.#resuming.size > 0 || this.#behind.size === 0) return;
    for (const [chatId, seq] of [...this.#behind].slice(0, RESUME_CHATS)) {
      this.#behind.delete(chatId);
      this.#resuming.set(chatId, seq);
    }
    this.send({
      op: 'resume',
      chats: Object.fromEntries(this.#resuming),
      ...(this.#batches ? { compression: 'gzip' } : {}),
    });
  }

  #resumed(): void {
    this.#resuming.clear();
    this.#resumeNext();
  }

  /** What could not be resumed is asked for again, but not at once. */
  #resumeRefused(retryAfterMs: number): void {
    for (const [chatId, seq] of this.#resuming) this.#behind.set(chatId, seq);
    this.#resuming.clear();
    this.#cancelResume = this.#options.clock.after(retryAfterMs, () => {
      this.#resumeNext();
    });
  }

  async #connect(): Promise<void> {
    this.#abandon();
    const generation = this.#generation;
    this.#become({ kind: 'connecting' });
    let token: string | null;
    try {
      const { tokens } = this.#options;
      token = (this.#suspect() ? null : tokens.current()) ?? (await tokens.renew(this.#token));
    } catch {
      if (generation !== this.#generation) return;
      this.#failures += 1;
      this.#retryLater(false);
      return;
    }
    if (generation !== this.#generation) return;
    if (token === null) this.#end();
    else this.#open(token);
  }

  /** Whether the token at hand may be why there is no connection. */
  #suspect(): boolean {
    return this.#refused || (this.#failures > 0 && this.#failures % FAILURES_BEFORE_RENEWAL === 0);
  }

  #open(token: string): void {
    this.#failures += 1;
    const socket = this.#options.openSocket([PROTOCOL, `bearer.${token}`]);
    this.#socket = socket;
    this.#token = token;
    this.#refused = false;
    this.#cancelDeadline = this.#options.clock.after(HELLO_WITHIN_MS, () => {
      this.#lost(CLOSE_HEARTBEAT);
    });
    socket.binaryType = 'arraybuffer';
    const inbox = this.#openInbox();
    this.#inbox = inbox;
    socket.onmessage = ({ data }) => {
      // A batch shows that the connection lives long before it is unpacked.
      if (this.#inbox === inbox && typeof data !== 'string') this.#alive();
      inbox.take(data);
    };
    socket.onclose = ({ code }) => {
      inbox.close(code);
    };
  }

  #openInbox(): Inbox {
    return new Inbox({
      unpack: this.#options.unpack,
      frame: (frame) => {
        this.#received(frame);
      },
      closed: (code) => {
        this.#closed(code);
      },
      unreadable: () => {
        this.#batches = false;
        this.#lost(CLOSE_UNREADABLE);
      },
    });
  }

  #received(frame: ServerFrame): void {
    this.#alive();
    if (frame.op === 'hello') this.#greeted(frame);
    if (frame.op === 'resumed') this.#resumed();
    if (frame.op === 'reconnect') this.#comeback.told(frame.afterMs);
    if (frame.op === 'error' && frame.re === 'resume') {
      this.#resumeRefused(frame.retryAfterMs ?? RESUME_AGAIN_MS);
    }
    if (frame.op === 'auth.refreshed')
      this.#renewBefore(frame.expiresAt, this.#options.clock.now());
    if (frame.op === 'error' && frame.re === 'auth.refresh') this.#lost(4001);
    else this.#options.listener.frame(frame);
  }

  #greeted(hello: HelloFrame): void {
    this.#failures = 0;
    this.#comeback.greeted(hello.reconnect);
    this.#heartbeatMs = hello.heartbeatMs;
    this.#become({ kind: 'open' });
    this.#beatIn(this.#options.clock.random() * hello.heartbeatMs);
    const serverNow = Date.parse(hello.serverTime);
    this.#aheadMs = serverNow - this.#options.clock.now();
    this.#renewBefore(hello.tokenExpiresAt, serverNow);
  }

  #beatIn(ms: number): void {
    this.#cancelBeat?.();
    this.#cancelBeat = this.#options.clock.after(ms, () => {
      this.#ping();
      this.#beatIn(this.#heartbeatMs);
    });
  }

  #ping(): void {
    this.#cancelDeadline ??= this.#options.clock.after(PONG_WITHIN_MS, () => {
      this.#lost(CLOSE_HEARTBEAT);
    });
    this.send({ op: 'ping' });
  }

  /** Any frame proves that the connection lives. */
  #alive(): void {
    this.#cancelDeadline?.();
    this.#cancelDeadline = null;
  }

  #renewBefore(expiresAt: string, now: number): void {
    const ahead = RENEW_AHEAD_MS * (1 + this.#options.clock.random() / 4);
    const wait = Math.max(1_000, Date.parse(expiresAt) - now - ahead);
    this.#cancelRenewal?.();
    this.#cancelRenewal = this.#options.clock.after(wait, () => void this.#renewInPlace());
  }

  async #renewInPlace(): Promise<void> {
    const generation = this.#generation;
    try {
      const token = await this.#options.tokens.renew(this.#token);
      if (generation !== this.#generation) return;
      if (token === null) {
        this.#end();
        return;
      }
      this.#token = token;
      this.send({ op: 'auth.refresh', token });
    } catch {
      if (generation !== this.#generation) return;
      this.#cancelRenewal = this.#options.clock.after(5_000, () => void this.#renewInPlace());
    }
  }

  #lost(code: number): void {
    this.#socket?.close(code);
    this.#closed(code);
  }

  #closed(code: number): void {
    const action = afterClose(code);
    this.#abandon();
    this.#refused = action === 'renew';
    if (action === 'signed-out') this.#end();
    else if (this.#refused && this.#failures === 0) void this.#connect();
    else this.#retryLater(action === 'wait-long');
  }

  #retryLater(long: boolean): void {
    this.#connectIn(this.#comeback.wait(this.#failures, long));
  }

  #connectIn(ms: number): void {
    const { clock } = this.#options;
    this.#cancelRetry?.();
    this.#become({ kind: 'waiting', until: clock.now() + ms });
    this.#cancelRetry = clock.after(ms, () => void this.#connect());
  }

  #end(): void {
    this.stop();
    this.#options.listener.signedOut();
  }

  /** Lets go of the socket and of every timer; what they still bring is ignored. */
  #abandon(): void {
    this.#generation += 1;
    for (const cancel of [
      this.#cancelRetry,
      this.#cancelBeat,
      this.#cancelDeadline,
      this.#cancelRenewal,
      this.#cancelResume,
    ]) {
      cancel?.();
    }
    this.#cancelRetry = this.#cancelBeat = this.#cancelDeadline = null;
    this.#cancelRenewal = this.#cancelResume = null;
    this.#resuming.clear();
    this.#behind.clear();
    this.#inbox?.drop();
    const socket = this.#socket;
    this.#socket = this.#inbox = null;
    socket?.close(1000);
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#options.listener.state(state);
  }
}
