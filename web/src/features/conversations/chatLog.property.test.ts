import { describe, expect, it } from 'vitest';
import type { EmojiView } from '$platform/api/types';
import { ME } from '../../test/fakes';
import { expectAsServed } from '../../test/asServed';
import { happen, random } from '../../test/happenings';
import { ServerLog } from '../../test/serverLog';
import {
  applyEntry,
  applyRead,
  applySnapshot,
  fromSummary,
  withSummary,
  type ChatLog,
} from './chatLog';
import {
  applyAround,
  applyPage,
  applyThreadPage,
  extendExcursion,
  openThread,
  openWindow,
} from './logWindows';
import { applyReplies } from './threadSummaries';

const RUNS = 1_200;
/** Alone on two cores they take 4 s; what else runs may slow them. */
const LIMIT_MS = 60_000;
type Answer = (log: ChatLog) => ChatLog | null;

/**
 * A client whose connection, and whose requests, are as late as the dice say: what the server answers is what it is
 * when it answers, and comes to the client only later, when the client may know less or more than the answer does.
 */
class Client {
  readonly #server: ServerLog;
  readonly #chance: () => number;
  #log: ChatLog;
  /** Frames that the connection has not delivered yet, in their order. */
  #wire: Answer[] = [];
  /** How far the server has sent entries on this connection; null while there is none. */
  #sent: number | null = null;
  readonly #answers: Answer[] = [];
  readonly threads = new Set<number>();
  /** The chat's own emoji as they were asked for last, and as of which entry of the log here. */
  #emoji: readonly EmojiView[] = [];
  #emojiAsOf: number | null = null;

  constructor(server: ServerLog, chance: () => number) {
    this.#server = server;
    this.#chance = chance;
    this.#log = fromSummary(server.summary());
    this.connect();
  }

  get log(): ChatLog {
    return this.#log;
  }

  get emoji(): readonly EmojiView[] {
    return this.#emoji;
  }

  /** A hello, then what was missed: entry by entry, or a snapshot when it is much. */
  connect(): void {
    const server = this.#server;
    const summary = server.summary();
    this.#log = withSummary(this.#log, summary);
    this.#wire = [];
    const from = this.#log.lastSeq;
    this.#sent = server.lastSeq;
    if (from < summary.lastSeq && this.#chance() < 0.2) {
      const snapshot = server.snapshot();
      this.#wire.push((log) => applySnapshot(log, snapshot));
      return;
    }
    this.#send(from);
  }

  disconnect(): void {
    this.#sent = null;
    this.#wire = [];
  }

  /** The server sends what is new, as it is now. */
  flush(): void {
    if (this.#sent === null) return;
    this.#send(this.#sent);
    this.#sent = this.#server.lastSeq;
    const marker = this.#server.counted();
    this.#wire.push((log) => this.#read(log, marker));
  }

  /** Frames and answers arrive: all of them, or as many as the dice say. */
  receive(all = false): void {
    while (this.#wire.length > 0 && (all || this.#chance() < 0.7)) this.#take(this.#wire.shift());
    while (this.#answers.length > 0 && (all || this.#chance() < 0.5)) {
      const index = Math.floor(this.#chance() * this.#answers.length);
      this.#take(this.#answers.splice(index, 1)[0]);
    }
  }

  /** Asks for something; the answer is made now, and arrives some time. */
  ask(): void {
    const server = this.#server;
    const dice = this.#chance();
    if (this.#log.window === 'closed' || dice < 0.3) {
      this.#log = openWindow(this.#log);
      const page = server.page();
      this.#answers.push((log) => (log.window === 'opening' ? applyPage(log, page, ME) : log));
    } else if (dice < 0.5 && this.#log.window === 'open' && this.#log.before !== null) {
      const { before } = this.#log;
      const page = server.page(20, Number(before));
      this.#answers.push((log) => (log.before === before ? applyPage(log, page, ME) : log));
    } else if (dice < 0.7) {
      const roots = server.seqs().filter((seq) => server.isRoot(seq));
      const root = roots[Math.floor(this.#chance() * roots.length)];
      if (root === undefined || this.#log.window !== 'open') return;
      this.#log = openThread(this.#log, root);
      this.threads.add(root);
      const page = server.threadPage(root, 1_000);
      this.#answers.push((log) => applyThreadPage(log, root, page, ME));
    } else if (this.#log.window === 'open') {
      this.#goAround();
    }
  }

  #goAround(): void {
    const server = this.#server;
    const { excursion } = this.#log;
    const after = excursion?.after ?? null;
    if (after !== null) {
      const page = server.pageAfter(Number(after));
      this.#answers.push((log) =>
        log.excursion?.after === after ? extendExcursion(log, page, 'after', ME) : log,
      );
      return;
    }
    const seqs = server.messages.map(({ seq }) => seq);
    const seq = seqs[Math.floor(this.#chance() * seqs.length)];
    if (seq === undefined) return;
    const page = server.around(seq);
    this.#answers.push((log) => (log.window === 'open' ? applyAround(log, page, ME) : log));
  }

  /** What is known to be stale is asked for once more, as the live connection does. */
  recount(): void {
    if (this.#log.count.stale) this.#log = this.#read(this.#log, this.#server.counted());
    for (const root of this.#log.staleRoots) {
      const items = this.#server.messages.filter(({ seq }) => seq === root);
      this.#log = applyReplies(this.#log, { items }, this.#server.lastSeq, ME);
    }
  }

  /** The chat's emoji are asked for when the log says so, and only then. */
  lookAtEmoji(): void {
    if (this.#emojiAsOf === this.#log.emojiSeq) return;
    this.#emojiAsOf = this.#log.emojiSeq;
    this.#emoji = this.#server.emoji;
  }

  #read(log: ChatLog, marker: ReturnType<ServerLog['counted']>): ChatLog {
    const { generation = 0, readSeq } = marker;
    return applyRead(log, { generation, readSeq }, marker, ME);
  }

  #send(from: number): void {
    for (const entry of this.#server.after(from)) {
      // What is sent is a copy of the log as it is at that moment.
      const sent = structuredClone(entry);
      this.#wire.push((log) => applyEntry(log, sent, ME).log);
    }
  }

  #take(answer: Answer | undefined): void {
    const next = answer?.(this.#log) ?? null;
    if (next !== null) this.#log = next;
  }
}

describe('chat log, by the dice', () => {
  it(
    `live entries, resumes, snapshots and pages in any order equal a fresh fetch (${String(RUNS)} runs)`,
    { timeout: LIMIT_MS },
    () => {
      for (let seed = 1; seed <= RUNS; seed += 1) {
        const chance = random(seed);
        const server = new ServerLog();
        happen(server, Math.floor(chance() * 60), chance);
        const client = new Client(server, chance);
        const steps = 5 + Math.floor(chance() * 25);
        for (let step = 0; step < steps; step += 1) {
          happen(server, Math.floor(chance() * 6), chance);
          if (chance() < 0.6) client.flush();
          if (chance() < 0.5) client.ask();
          if (chance() < 0.1) client.disconnect();
          else if (chance() < 0.2) client.connect();
          client.receive();
          client.lookAtEmoji();
        }
        client.connect();
        client.flush();
        client.receive(true);
        client.recount();
        client.lookAtEmoji();
        expect(client.emoji, `seed ${String(seed)} emoji`).toEqual(server.emoji);
        expectAsServed(client.log, server, `seed ${String(seed)}`);
      }
    },
  );
});
