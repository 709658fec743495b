import type { MessagePage, MessageView } from '$platform/api/types';
import type {
  ChatSummary,
  ClientFrame,
  LogEntry,
  ServerFrame,
  SocketLike,
} from '$platform/realtime';
import { CHAT, hello, ME, type FakeClock } from './fakes';
import { filesOf } from './happenings';
import type { ServerLog } from './serverLog';
import { Wire } from './wire';

/** More missed entries than this come as a snapshot. */
const RESUME_MOST = 40;
const AT = '2026-11-20T11:00:00Z';

type Frame = ServerFrame | { readonly op: 'batch'; readonly frames: readonly ServerFrame[] };
type Operation = Extract<ClientFrame, { readonly requestId: string }>;

/**
 * The suite as one client meets it, over a connection and a network that are as late and as lossy as the dice say:
 * what is said on either side is heard in its order, later, or never, when the connection is cut meanwhile.
 */
export class ChatServer {
  readonly log: ServerLog;
  readonly #clock: FakeClock;
  readonly #chance: () => number;
  readonly #batches = new Map<ArrayBuffer, string>();
  /** What was done under which id: a repeat is answered as the first was. */
  readonly #done = new Map<string, ServerFrame>();
  /** How often what makes it hard has happened, so that a test can tell that it was hard. */
  readonly hardships = { cuts: 0, repeats: 0, refusals: 0, batches: 0, snapshots: 0, resumes: 0 };
  #requests: (() => void)[] = [];
  #unpacking: (() => void)[] = [];
  #wire: Wire | null = null;
  #reachable = true;

  constructor(log: ServerLog, clock: FakeClock, chance: () => number) {
    this.log = log;
    this.#clock = clock;
    this.#chance = chance;
  }

  readonly openSocket = (): SocketLike => {
    const wire = new Wire((frame) => {
      this.#heard(frame);
    });
    if (this.#reachable) this.#greet(wire);
    else wire.cut();
    return wire;
  };

  /** Frames of a batch, unpacked some time after it came. */
  readonly unpack = (data: ArrayBuffer): Promise<string> =>
    new Promise((resolve) => {
      const text = this.#batches.get(data) ?? '';
      this.#batches.delete(data);
      this.#unpacking.push(() => {
        resolve(text);
      });
    });

  /** Answers a request as things are now; the answer comes some time, or the request fails with the network. */
  readonly fetch = (input: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const fail = () => {
        reject(new TypeError('Failed to fetch'));
      };
      if (!this.#reachable) {
        fail();
        return;
      }
      const { status, body } = this.#answer(String(input), init);
      const response = { ok: status < 400, status, json: () => Promise.resolve(body) };
      this.#requests.push(() => {
        if (this.#reachable) resolve(response as Response);
        else fail();
      });
    });

  /** What is on the wire, in both directions, and under way otherwise. */
  get busy(): boolean {
    return this.#requests.length > 0 || this.#unpacking.length > 0 || this.#wire?.underWay === true;
  }

  /** The network goes, or comes; what is on the wire when it goes is lost, from either side or both. */
  reach(reachable: boolean): void {
    this.#reachable = reachable;
    if (reachable) return;
    if (this.#wire?.underWay === true) this.hardships.cuts += 1;
    if (this.#chance() < 0.5) this.#wire?.hear();
    this.#wire?.cut();
    this.#wire = null;
  }

  /** What happened is sent, entry by entry or as one batch, and how far I have read at my other devices. */
  flush(): void {
    const wire = this.#wire;
    if (wire === null) return;
    const isIn = this.log.members.has(ME);
    if (!isIn) this.#putOut(wire);
    else if (!wire.isIn) {
      wire.sent = this.log.lastSeq;
      wire.say({ op: 'chat.added', chat: this.#summary() });
    } else {
      this.#entries(wire, this.log.after(wire.sent));
      wire.say(this.log.counted());
    }
    wire.isIn = isIn;
  }

  /** Lets what is under way arrive: all of it, or as much as the dice say. */
  async deliver(all: boolean): Promise<void> {
    const more = (odds: number) => all || this.#chance() < odds;
    while (this.#requests.length > 0 && more(0.6)) {
      const index = all ? 0 : Math.floor(this.#chance() * this.#requests.length);
      this.#requests.splice(index, 1)[0]?.();
    }
    while (this.#unpacking.length > 0 && more(0.6)) this.#unpacking.shift()?.();
    if (more(0.8)) this.#wire?.hear();
    if (more(0.8)) this.#wire?.tell(all ? Infinity : Math.floor(this.#chance() * 30));
    await this.#clock.advance(all ? 1_000 : Math.floor(this.#chance() * 400));
  }

  #greet(wire: Wire): void {
    this.#wire = wire;
    wire.isIn = this.log.members.has(ME);
    wire.sent = this.log.lastSeq;
    wire.say(hello(this.#clock, { chats: wire.isIn ? [this.#summary()] : [] }));
  }

  /** As the server says it now: what changes later changes nothing of it. */
  #summary(): ChatSummary {
    return structuredClone(this.log.summary());
  }

  /** I am not in the chat any more, and am told so, once: also when I am back before anything else is sent. */
  #putOut(wire: Wire): void {
    if (!wire.isIn) return;
    this.#entries(wire, this.log.after(wire.sent));
    wire.say({ op: 'chat.removed', chatId: CHAT });
    wire.isIn = false;
  }

  #entries(wire: Wire, entries: readonly LogEntry[]): void {
    const frames = entries.map((entry) => ({ op: 'entry' as const, ...structuredClone(entry) }));
    wire.sent = this.log.lastSeq;
    if (frames.length > 3 && this.#chance() < 0.5) this.#batch(wire, frames);
    else for (const frame of frames) wire.say(frame);
  }

  #batch(wire: Wire, frames: readonly ServerFrame[]): void {
    const data = new ArrayBuffer(1);
    this.hardships.batches += 1;
    const batch: Frame = { op: 'batch', frames };
    this.#batches.set(data, JSON.stringify(batch));
    wire.say(data);
  }

  #heard(frame: ClientFrame): void {
    switch (frame.op) {
      case 'ping':
        this.#wire?.say({ op: 'pong' });
        break;
      case 'resume':
        this.#resume(frame.chats[CHAT] ?? 0, frame.compression === 'gzip');
        break;
      case 'message.send':
        this.#take(frame);
        break;
      case 'read':
        if ((frame.generation ?? 0) === this.log.generation) this.log.read(frame.seq);
        this.#wire?.say(this.log.counted());
        break;
      default:
        if ('requestId' in frame) this.#operate(frame);
    }
  }

  #resume(from: number, packed: boolean): void {
    const wire = this.#wire;
    if (wire === null) return;
    if (!this.log.members.has(ME)) {
      this.#putOut(wire);
      return;
    }
    const missed = structuredClone(this.log.after(from));
    const frames = missed.map((entry) => ({ op: 'entry' as const, ...entry }));
    this.hardships.resumes += 1;
    if (frames.length > RESUME_MOST) {
      this.hardships.snapshots += 1;
      wire.say(structuredClone(this.log.snapshot()));
    } else if (packed && frames.length > 0 && this.#chance() < 0.6) this.#batch(wire, frames);
    else for (const frame of frames) wire.say(frame);
    wire.say({ op: 'resumed', chats: { [CHAT]: this.log.lastSeq } });
  }

  #take(frame: Extract<ClientFrame, { op: 'message.send' }>): void {
    const { clientMessageId, text, replyTo, thread, forward } = frame;
    // A repeat is answered as such also to somebody who is not a member any more.
    const repeated = this.log.sentAs(clientMessageId) !== undefined;
    if (repeated) this.hardships.repeats += 1;
    if (!repeated && !this.log.members.has(ME)) {
      this.hardships.refusals += 1;
      const problem = { type: 'urn:tertulia:problem:forbidden', title: 'Not here', status: 403 };
      this.#wire?.say({ op: 'error', re: frame.op, chatId: CHAT, clientMessageId, problem });
      return;
    }
    if (!repeated) {
      const place = thread === undefined ? {} : { thread };
      const answers = replyTo === undefined ? {} : { replyTo };
      this.log.say(ME, { clientMessageId, text, ...place, ...answers, ...this.#copied(forward) });
    }
    const { seq = 0, id: messageId = '' } = this.log.sentAs(clientMessageId) ?? {};
    const ack = { op: 'message.ack', chatId: CHAT, clientMessageId, messageId, seq } as const;
    this.#wire?.say({ ...ack, postedAt: AT });
  }

  #copied(forward: { readonly seq: number } | undefined): Partial<MessageView> {
    const copied = this.log.find(forward?.seq ?? 0);
    if (copied === undefined) return {};
    const { chatId, seq, senderId, postedAt } = copied;
    return { forwarded: { chatId, seq, senderId, postedAt }, ...filesOf(copied) };
  }

  #operate(frame: Operation): void {
    if (frame.op === 'unread') {
      this.log.markUnread(frame.seq);
      this.#wire?.say(this.log.counted());
      return;
    }
    const answer = this.#done.get(frame.requestId) ?? this.#perform(frame);
    this.#done.set(frame.requestId, answer);
    this.#wire?.say(answer);
  }

  #perform(frame: Exclude<Operation, { op: 'unread' }>): ServerFrame {
    const { log } = this;
    const { requestId, message: seq, op: re } = frame;
    const before = log.lastSeq;
    const known = log.find(seq);
    const conflict =
      frame.op === 'message.edit' &&
      ((known?.version ?? 1) !== frame.version || known?.forwarded !== undefined);
    if (!log.members.has(ME) || known?.deletedAt !== undefined || conflict) {
      const problem = { type: 'urn:tertulia:problem:refused', title: 'No', status: 409 };
      return { op: 'error', re, requestId, chatId: CHAT, problem };
    }
    if (frame.op === 'message.edit') log.edit(seq, frame.text);
    else if (frame.op === 'message.delete') log.remove(seq, ME);
    else if ('emoji' in frame) {
      const wanted = frame.op === 'reaction.add';
      if (log.hasReacted(seq, ME, frame.emoji) !== wanted) log.react(seq, ME, frame.emoji);
    } else if ((known?.pinnedAt !== undefined) !== (frame.op === 'message.pin')) log.pin(seq, ME);
    const made = log.lastSeq > before ? { seq: log.lastSeq } : {};
    return { op: 'done', re, requestId, chatId: CHAT, ...made };
  }

  #answer(address: string, init?: RequestInit): { status: number; body: unknown } {
    const { pathname, searchParams } = new URL(address, 'http://suite.test');
    if (init?.method === 'PUT') return { status: 200, body: JSON.parse(String(init.body)) };
    const thread = /\/threads\/(\d+)\/messages$/.exec(pathname)?.[1];
    if (!pathname.startsWith('/chats/')) return { status: 200, body: { items: [] } };
    if (!this.log.members.has(ME)) return { status: 404, body: { title: 'Not here' } };
    const before = Number(searchParams.get('before') ?? Infinity);
    if (thread !== undefined) return ok(this.log.threadPage(Number(thread), 20, before));
    const around = searchParams.get('around');
    if (around !== null) return ok(this.log.around(Number(around)));
    const after = searchParams.get('after');
    return ok(after === null ? this.log.page(20, before) : this.log.pageAfter(Number(after)));
  }
}

function ok(page: MessagePage): { status: number; body: unknown } {
  return { status: 200, body: structuredClone(page) };
}
