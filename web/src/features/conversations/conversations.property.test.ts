import { expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import { expectAsServed, plain } from '../../test/asServed';
import { ChatServer } from '../../test/chatServer';
import { CHAT, FakeClock, FakeKept, FakeStorage, ME, settled } from '../../test/fakes';
import { EMOJI, happen, random } from '../../test/happenings';
import { ServerLog } from '../../test/serverLog';
import { Conversations } from './conversations.svelte';
import type { Change } from './operations';

const RUNS = 1_000;
const LIMIT_MS = 240_000;
/** What is under way settles in a few turns; more than this is a client that goes round in circles. */
const MOST_TURNS = 60;

/** Me, at one device: all that a person does there, over connections that break, and over reloads of the page. */
class Device {
  readonly #clock: FakeClock;
  readonly #server: ChatServer;
  readonly #chance: () => number;
  readonly #storage = new FakeStorage();
  readonly #kept = new FakeKept();
  readonly written: string[] = [];
  conversations: Conversations;

  constructor(server: ChatServer, clock: FakeClock, chance: () => number) {
    this.#server = server;
    this.#clock = clock;
    this.#chance = chance;
    this.conversations = this.#visit();
  }

  get log() {
    return this.conversations.chats.get(CHAT);
  }

  get refused() {
    return (this.conversations.pending.get(CHAT) ?? []).filter(({ state }) => state === 'refused');
  }

  /** The page goes away, as it stands, and is opened again. */
  async reload(): Promise<void> {
    this.conversations.save();
    this.conversations.dispose();
    this.conversations = this.#visit();
    await settled();
  }

  /** Whatever a person does, by the dice. */
  act(): void {
    const dice = this.#chance();
    const { pages } = this.conversations;
    const { log } = this;
    if (log === undefined) return;
    if (log.window === 'closed' || dice < 0.1) attempt(pages.open(CHAT));
    else if (dice < 0.4) this.#write();
    else if (dice < 0.6) this.#change();
    else if (dice < 0.7) this.conversations.markRead(CHAT, this.#some() ?? 0);
    else if (dice < 0.78) attempt(pages.loadOlder(CHAT));
    else if (dice < 0.84) attempt(pages.goTo(CHAT, { around: this.#rootAt() }));
    else if (dice < 0.9) attempt(pages.loadNewer(CHAT));
    else if (dice < 0.97) attempt(pages.openThread(CHAT, this.#rootAt()));
    else pages.leaveExcursion(CHAT);
  }

  dispose(): void {
    this.conversations.dispose();
  }

  #visit(): Conversations {
    const { fetch, openSocket, unpack } = this.#server;
    const conversations = new Conversations({
      me: ME,
      http: new HttpClient({ base: '', tokens: null, fetch }),
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage: this.#storage,
      kept: this.#kept,
      clock: this.#clock,
      openSocket,
      unpack,
      signedOut: () => {
        throw new Error('nobody signed out');
      },
    });
    conversations.start();
    return conversations;
  }

  #write(): void {
    const text = `written ${String(this.written.length)}`;
    const answered = this.#some();
    const root = this.#rootAt();
    const dice = this.#chance();
    if (dice < 0.1 && answered !== undefined) {
      this.conversations.send(CHAT, text, { forward: { chatId: CHAT, seq: answered } });
    } else if (dice < 0.3 && root > 0) this.conversations.send(CHAT, text, { thread: root });
    else if (dice < 0.5 && answered !== undefined) {
      this.conversations.send(CHAT, text, { replyTo: answered });
    } else this.conversations.send(CHAT, text);
    const sent = this.conversations.pending.get(CHAT)?.at(-1);
    if (sent !== undefined) this.written.push(sent.clientMessageId);
  }

  #change(): void {
    const message = this.#some();
    if (message === undefined) return;
    const version = this.conversations.message(CHAT, message)?.version ?? 1;
    const emoji = EMOJI[Math.floor(this.#chance() * EMOJI.length)] ?? '';
    const present = this.#chance() < 0.6;
    const text = `otherwise ${String(message)}`;
    const changes: readonly Change[] = [
      { kind: 'edit', message, version, text },
      { kind: 'delete', message },
      { kind: 'react', message, emoji, present },
      { kind: 'react', message, emoji, present },
      { kind: 'pin', message, present },
      { kind: 'unread', message },
    ];
    const change = changes[Math.floor(this.#chance() * changes.length)];
    if (change !== undefined) this.conversations.change(CHAT, change);
  }

  /** A message that is shown. */
  #some(): number | undefined {
    const shown = this.log?.messages ?? [];
    return shown[Math.floor(this.#chance() * shown.length)]?.seq;
  }

  #rootAt(): number {
    return this.#some() ?? 0;
  }
}

/** A request may fail with the network, which whoever asks shows. */
function attempt(work: Promise<void>): void {
  work.catch(() => undefined);
}

/** Everything arrives, until nothing is under way any more. */
async function quiet(server: ChatServer, device: Device): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    server.flush();
    await server.deliver(true);
    const { connection, unsent } = device.conversations;
    const open = connection.kind === 'open' && unsent === device.refused.length;
    if (open && !server.busy && device.log?.lastSeq === server.log.lastSeq) break;
  }
  // What was told last may have been asked about once more.
  for (let turn = 0; turn < 3; turn += 1) {
    server.flush();
    await server.deliver(true);
  }
}

async function live(server: ChatServer, device: Device, chance: () => number): Promise<void> {
  const { log } = server;
  const steps = 6 + Math.floor(chance() * 14);
  for (let step = 0; step < steps; step += 1) {
    happen(log, Math.floor(chance() * 5), chance);
    // Now and then much is missed.
    if (chance() < 0.05) happen(log, 50, chance);
    if (chance() < 0.05) log.leave(ME);
    else if (chance() < 0.4) log.join(ME);
    if (chance() < 0.7) server.flush();
    if (chance() < 0.7) device.act();
    if (chance() < 0.15) server.reach(false);
    else if (chance() < 0.5) server.reach(true);
    if (chance() < 0.06) await device.reload();
    await server.deliver(false);
  }
  log.join(ME);
  server.reach(true);
  await quiet(server, device);
}

/** The same person, at a device that knows nothing yet and reads all of the chat. */
async function expectAsFresh(server: ChatServer, clock: FakeClock, device: Device, hint: string) {
  const fresh = new Device(server, clock, () => 0);
  await quiet(server, fresh);
  attempt(fresh.conversations.pages.open(CHAT));
  await quiet(server, fresh);
  while ((fresh.log?.before ?? null) !== null) {
    attempt(fresh.conversations.pages.loadOlder(CHAT));
    await quiet(server, fresh);
  }
  const shown = device.log?.messages ?? [];
  const from = shown[0]?.seq ?? Infinity;
  const expected = (fresh.log?.messages ?? []).filter(({ seq }) => seq >= from);
  expect(shown.map(plain), `${hint} against a fresh fetch`).toEqual(expected.map(plain));
  const { unread, mentions, readSeq, generation, title, lastSeq } = fresh.log ?? {};
  expect(device.log, hint).toMatchObject({ unread, mentions, readSeq, generation, title, lastSeq });
  fresh.dispose();
}

it(
  `a device that loses its connection and its page shows what a fresh one does (${String(RUNS)} runs)`,
  { timeout: LIMIT_MS },
  async () => {
    const met = { cuts: 0, repeats: 0, refusals: 0, batches: 0, snapshots: 0, resumes: 0 };
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const chance = random(seed);
      const hint = `seed ${String(seed)}`;
      const clock = new FakeClock();
      const log = new ServerLog();
      happen(log, Math.floor(chance() * 40), chance);
      const server = new ChatServer(log, clock, chance);
      const device = new Device(server, clock, chance);
      await live(server, device, chance);
      if (device.log === undefined) throw new Error(`${hint}: the chat is not known`);
      expectAsServed(device.log, log, hint);
      expectWritten(server, device, hint);
      device.dispose();
      for (const kind of Object.keys(met) as (keyof typeof met)[]) {
        met[kind] += server.hardships[kind];
      }
      await expectAsFresh(server, clock, device, hint);
    }
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(RUNS / 25);
  },
);

/** Nothing that was written is lost, nothing is there twice, and it is in its order. */
function expectWritten(server: ChatServer, device: Device, hint: string): void {
  const refused = device.refused.map(({ clientMessageId }) => clientMessageId);
  const written = device.written.filter((id) => !refused.includes(id));
  const said = server.log.entries.flatMap((entry) =>
    entry.type === 'message.posted' && device.written.includes(entry.clientMessageId)
      ? [entry.clientMessageId]
      : [],
  );
  expect(said, hint).toEqual(written);
}
