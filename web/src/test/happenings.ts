import type { MediaKind, MessageView } from '$platform/api/types';
import { ANA, attachment, ME } from './fakes';
import { PEOPLE, type ServerLog } from './serverLog';

export const EMOJI = ['👍', '❤️', '😂'];
const NAMES = ['party', 'ship-it', 'hm_2'];
const KINDS: readonly MediaKind[] = ['image', 'video', 'audio', 'file'];

/** Whatever people do in a chat, by the dice. I am one of them, at another device; I stay. */
export function happen(server: ServerLog, times: number, chance: () => number): void {
  for (let step = 0; step < times; step += 1) {
    const dice = chance();
    if (dice < 0.5) speak(server, chance);
    else if (dice < 0.92) change(server, chance, `edited ${String(step)}`);
    else turn(server, chance, `Libros ${String(step)}`);
  }
}

function pick<T>(from: readonly T[], chance: () => number): T {
  return from[Math.floor(chance() * from.length)] as T;
}

/** What was said lately is what people do something with; null when nothing was. */
function lately(server: ServerLog, chance: () => number): number | null {
  const recent = server.seqs().slice(-12);
  return recent.length === 0 ? null : pick(recent, chance);
}

function speak(server: ServerLog, chance: () => number): void {
  const who = pick([...server.members], chance);
  const seq = lately(server, chance);
  const dice = chance();
  const about = server.find(seq ?? 0);
  const called = { ...mentions(chance), ...files(server.lastSeq, chance) };
  if (seq === null || about === undefined || dice < 0.6) server.say(who, called);
  else if (dice < 0.8 && server.isRoot(seq)) server.say(who, { thread: seq, ...called });
  else if (dice < 0.9) server.say(who, { ...called, ...placeOf(about), replyTo: seq });
  else if (about.deletedAt === undefined) {
    const { chatId, senderId, postedAt } = about;
    server.say(who, { forwarded: { chatId, seq, senderId, postedAt }, ...filesOf(about) });
  }
}

/** An answer stands where what it answers does. */
function placeOf({ thread }: MessageView): Partial<MessageView> {
  return thread === undefined ? {} : { thread };
}

/** Some come with files, now and then without a word. */
function files(
  number: number,
  chance: () => number,
): Partial<Pick<MessageView, 'attachments' | 'text'>> {
  if (chance() >= 0.25) return {};
  const count = 1 + Math.floor(chance() * 3);
  const attachments = Array.from({ length: count }, (_none, index) =>
    attachment(`${String(number)}.${String(index)}`, pick(KINDS, chance)),
  );
  return chance() < 0.4 ? { attachments, text: '' } : { attachments };
}

/** What forwards a message has its files. */
export function filesOf({ attachments }: MessageView): Pick<MessageView, 'attachments'> {
  return attachments === undefined ? {} : { attachments };
}

function mentions(chance: () => number): Pick<MessageView, 'mentions'> {
  if (chance() >= 0.3) return {};
  return { mentions: { people: chance() < 0.5 ? [ME] : [ANA], everyone: chance() < 0.2 } };
}

function change(server: ServerLog, chance: () => number, text: string): void {
  const seq = lately(server, chance);
  if (seq === null) return;
  const who = pick([...server.members], chance);
  const dice = chance();
  if (dice < 0.3) server.edit(seq, text, mentions(chance).mentions);
  else if (dice < 0.45) server.remove(seq, who);
  else if (dice < 0.85) server.react(seq, who, pick(EMOJI, chance));
  else server.pin(seq, who);
}

/** What concerns the chat, and my marker. */
function turn(server: ServerLog, chance: () => number, title: string): void {
  const other = pick(PEOPLE.slice(1), chance);
  const dice = chance();
  if (dice < 0.1) server.rename(title);
  else if (dice < 0.15) server.choosePicture(chance() < 0.3 ? null : `picture of ${title}`);
  else if (dice < 0.25) server.tellReceipts(!server.receipts);
  else if (dice < 0.4) server.leave(other);
  else if (dice < 0.55) server.join(other);
  else if (dice < 0.6) server.giveRole(other, 'admin');
  else if (dice < 0.68) server.define(pick(NAMES, chance), `m-${String(server.lastSeq)}`);
  else if (dice < 0.73) server.drop(pick(NAMES, chance));
  else if (dice < 0.9) server.read(lately(server, chance) ?? 0);
  else server.markUnread(lately(server, chance) ?? 1);
}

export function random(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32: good enough to tell runs apart, and the same everywhere.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
