import { beforeEach, describe, expect, it } from 'vitest';
import type { Page, ReceiptPosition } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import type { ClientFrame } from '$platform/realtime';
import { ANA, CHAT, FakeClock, LEO, ME, settled } from '../../test/fakes';
import { Receipts, type Arrived } from './receipts.svelte';

const at = (userId: string, readSeq: number, deliveredSeq = readSeq, sinceSeq = 1) => ({
  userId,
  sinceSeq,
  deliveredSeq,
  readSeq,
});
const heard = (userId: string, readSeq: number, deliveredSeq = readSeq) => ({
  op: 'receipt' as const,
  chatId: CHAT,
  userId,
  deliveredSeq,
  readSeq,
});
const log = (fields: Partial<Arrived> = {}): Arrived => ({
  chatId: CHAT,
  receipts: true,
  lastSeq: 5,
  readSeq: 3,
  ...fields,
});

describe('Receipts', () => {
  let clock: FakeClock;
  let sent: ClientFrame[];
  let open: boolean;
  let pages: (Page<ReceiptPosition> | Error)[];
  let asked: (string | null)[];
  let receipts: Receipts;

  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    open = true;
    asked = [];
    pages = [];
    receipts = new Receipts({
      me: ME,
      clock,
      fetch: (_chatId, cursor) => {
        asked.push(cursor);
        const page = pages.shift() ?? { items: [] };
        return page instanceof Error ? Promise.reject(page) : Promise.resolve(page);
      },
      send: (frame) => {
        if (open) sent.push(frame);
        return open;
      },
    });
  });

  async function show(...items: ReceiptPosition[]) {
    pages.push({ items });
    const stop = receipts.show(CHAT);
    await settled();
    return stop;
  }

  it('counts who has got and read a message, but me and those who came later', async () => {
    await show(at(ME, 9), at(ANA, 4, 6), at(LEO, 2, 2), at('u-late', 9, 9, 8));
    expect(receipts.tally(CHAT, 4)).toEqual({ read: 1, delivered: 1, of: 2 });
    expect(receipts.tally(CHAT, 6)).toEqual({ read: 0, delivered: 1, of: 2 });
    expect(receipts.tally(CHAT, 9)).toMatchObject({ read: 1, of: 3 });
    expect(receipts.tally('another', 4)).toBeNull();
  });

  it('says nothing when nothing is known of the others', async () => {
    await show(at(ME, 9));
    expect(receipts.tally(CHAT, 4)).toBeNull();
  });

  it('follows what is told, never back', async () => {
    await show(at(ANA, 4));
    receipts.heard(heard(ANA, 6, 7));
    receipts.heard(heard(ANA, 5, 5));
    expect(receipts.tally(CHAT, 6)).toMatchObject({ read: 1 });
    expect(receipts.tally(CHAT, 7)).toMatchObject({ read: 0, delivered: 1 });
    pages.push({ items: [at(ANA, 4)] });
    receipts.refresh();
    await settled();
    expect(receipts.tally(CHAT, 6)).toMatchObject({ read: 1 });
  });

  it('asks again when somebody is told of who is not known, and after a connection was lost', async () => {
    await show(at(ANA, 4));
    pages.push({ items: [at(ANA, 4), at(LEO, 4)] });
    receipts.heard(heard(LEO, 4));
    await settled();
    expect(receipts.tally(CHAT, 4)).toMatchObject({ read: 2, of: 2 });
    pages.push({ items: [at(ANA, 8)] });
    receipts.connected();
    await settled();
    expect(receipts.tally(CHAT, 8)).toEqual({ read: 1, delivered: 1, of: 1 });
  });

  it('takes all pages, and asks once more for what changed meanwhile', async () => {
    pages.push(
      { items: [at(ANA, 4)], next: 'c' },
      { items: [at(LEO, 4)] },
      { items: [at(LEO, 5)] },
    );
    receipts.show(CHAT);
    receipts.heard(heard(LEO, 5));
    await settled();
    await settled();
    expect(asked).toEqual([null, 'c', null]);
    expect(receipts.tally(CHAT, 5)).toEqual({ read: 1, delivered: 1, of: 1 });
  });

  it('forgets what is not shown, and what there is no right to see', async () => {
    const stop = await show(at(ANA, 4));
    pages.push(new ProblemError({ type: 'urn:x:receipts-turned-off', title: '', status: 409 }));
    receipts.refresh();
    await settled();
    expect(receipts.tally(CHAT, 4)).toBeNull();
    pages.push({ items: [at(ANA, 4)] });
    receipts.refresh();
    await settled();
    pages.push(new Error('away'));
    receipts.refresh();
    await settled();
    expect(receipts.tally(CHAT, 4)).not.toBeNull();
    stop();
    receipts.heard(heard(ANA, 6));
    expect(receipts.tally(CHAT, 4)).toBeNull();
  });

  it('tells what has come, gathered, and once', async () => {
    receipts.arrived(log());
    receipts.arrived(log({ lastSeq: 6 }));
    receipts.arrived(log({ chatId: 'another', lastSeq: 2, readSeq: 1 }));
    await clock.advance(1_999);
    expect(sent).toEqual([]);
    await clock.advance(1);
    expect(sent).toEqual([{ op: 'delivered', chats: { [CHAT]: 6, another: 2 } }]);
    receipts.arrived(log({ lastSeq: 6 }));
    await clock.advance(10_000);
    expect(sent).toHaveLength(1);
  });

  it('tells nothing where nobody is to know, nor what is read', async () => {
    receipts.arrived(log({ receipts: false }));
    receipts.arrived(log({ readSeq: 5 }));
    await clock.advance(10_000);
    expect(sent).toEqual([]);
  });

  it('keeps what could not be told for the next connection', async () => {
    open = false;
    receipts.arrived(log());
    await clock.advance(10_000);
    open = true;
    receipts.connected();
    await clock.advance(2_000);
    expect(sent).toEqual([{ op: 'delivered', chats: { [CHAT]: 5 } }]);
  });

  it('tells of no more chats at once than the server takes', async () => {
    for (let i = 0; i < 501; i += 1) receipts.arrived(log({ chatId: `c-${String(i)}` }));
    await clock.advance(2_000);
    expect(sent).toHaveLength(1);
    await clock.advance(2_000);
    expect(sent[1]).toEqual({ op: 'delivered', chats: { 'c-500': 5 } });
  });
});
