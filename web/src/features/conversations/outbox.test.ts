import { beforeEach, describe, expect, it } from 'vitest';
import type { ClientFrame, ErrorFrame } from '$platform/realtime';
import { CHAT, FakeClock, FakeStorage } from '../../test/fakes';
import { Outbox } from './outbox';

type Send = Extract<ClientFrame, { op: 'message.send' }>;

describe('Outbox', () => {
  let clock: FakeClock;
  let storage: FakeStorage;
  let online: boolean;
  let sent: Send[];
  let released: (readonly [readonly string[], boolean])[];
  let outbox: Outbox;

  const open = (from: FakeStorage = storage) =>
    new Outbox({
      storage: from,
      clock,
      send: (frame) => {
        if (online && frame.op === 'message.send') sent.push(frame);
        return online;
      },
      changed: () => {},
      released: (uploadIds, wasSent) => released.push([uploadIds, wasSent]),
    });
  const photo = (mediaId: string | null = null) => ({ uploadId: 'u-1', mediaId, alt: 'A cat' });
  const ack = (seq: number, frame = sent.at(-1)) => {
    outbox.acked({
      op: 'message.ack',
      chatId: frame?.chatId ?? '',
      clientMessageId: frame?.clientMessageId ?? '',
      messageId: `m-${String(seq)}`,
      seq,
      postedAt: '2026-11-20T12:00:00Z',
    });
  };
  const refusal = (slug: string, status: number): ErrorFrame => ({
    op: 'error',
    re: 'message.send',
    chatId: CHAT,
    clientMessageId: sent.at(-1)?.clientMessageId ?? '',
    problem: { type: `urn:tertulia:problem:${slug}`, title: slug, status },
  });
  const texts = () => sent.map(({ text }) => text);
  const states = () => outbox.pending(CHAT).map(({ state }) => state);

  beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    online = true;
    sent = [];
    released = [];
    outbox = open();
  });

  it('sends one at a time, in order', () => {
    outbox.enqueue(CHAT, 'one');
    outbox.enqueue(CHAT, 'two');
    outbox.enqueue('other', 'elsewhere');
    expect(texts()).toEqual(['one', 'elsewhere']);
    ack(1, sent[0]);
    expect(texts()).toEqual(['one', 'elsewhere', 'two']);
  });

  it('keeps what was written offline over a reload, and sends it once in order', () => {
    online = false;
    outbox.enqueue(CHAT, 'one');
    outbox.enqueue(CHAT, 'two');
    outbox.dispose();
    outbox = open();
    expect(outbox.pending(CHAT).map(({ text }) => text)).toEqual(['one', 'two']);
    online = true;
    outbox.connected();
    ack(1);
    ack(2);
    expect(texts()).toEqual(['one', 'two']);
    expect(storage.keys('')).toEqual([]);
    outbox.settle(CHAT, 2);
    expect(outbox.all()).toEqual([]);
  });

  it('repeats an unanswered message under the same id', async () => {
    outbox.enqueue(CHAT, 'one');
    await clock.advance(10_000);
    outbox.disconnected();
    outbox.connected();
    expect(texts()).toEqual(['one', 'one', 'one']);
    expect(new Set(sent.map(({ clientMessageId }) => clientMessageId)).size).toBe(1);
  });

  it('shows a message until its entry is in the log', () => {
    outbox.enqueue(CHAT, 'one');
    expect(states()).toEqual(['sending']);
    ack(5);
    expect(states()).toEqual(['sent']);
    outbox.settle(CHAT, 4);
    expect(states()).toEqual(['sent']);
    outbox.settle(CHAT, 5);
    expect(states()).toEqual([]);
  });

  it('recognises its message in the log when the answer was lost', () => {
    outbox.enqueue(CHAT, 'one');
    outbox.enqueue(CHAT, 'two');
    outbox.seen(sent[0]?.clientMessageId ?? '');
    expect(texts()).toEqual(['one', 'two']);
    expect(storage.keys('')).toHaveLength(1);
  });

  it('tells why a message was refused, goes on with the next, and retries under the same id', () => {
    outbox.enqueue(CHAT, 'one');
    outbox.enqueue(CHAT, 'two');
    outbox.refused(refusal('forbidden', 403));
    expect(states()).toEqual(['refused', 'sending']);
    ack(1);
    const [first] = outbox.pending(CHAT);
    expect(first?.problem?.status).toBe(403);
    outbox.retry(first?.clientMessageId ?? '');
    expect(sent.at(-1)?.clientMessageId).toBe(sent[0]?.clientMessageId);
  });

  it('remembers a refusal over a reload and forgets it when discarded', () => {
    outbox.enqueue(CHAT, 'one');
    outbox.refused(refusal('forbidden', 403));
    outbox = open();
    outbox.connected();
    expect(states()).toEqual(['refused']);
    outbox.discard(sent[0]?.clientMessageId ?? '');
    expect(storage.keys('')).toEqual([]);
  });

  it('waits and keeps the order when the refusal is only for now', async () => {
    outbox.enqueue(CHAT, 'one');
    outbox.enqueue(CHAT, 'two');
    outbox.refused(refusal('rate-limited', 429));
    expect(states()).toEqual(['queued', 'queued']);
    await clock.advance(1_000);
    expect(texts()).toEqual(['one', 'one']);
    ack(1);
    expect(texts()).toEqual(['one', 'one', 'two']);
  });

  it('takes nothing that it can neither send nor keep', () => {
    storage.full = true;
    expect(outbox.enqueue(CHAT, 'one')).toBe(true);
    expect(texts()).toEqual(['one']);
    expect(outbox.enqueue(CHAT, 'behind it')).toBe(false);
    ack(1);
    online = false;
    outbox.disconnected();
    expect(outbox.enqueue(CHAT, 'two')).toBe(false);
    expect(outbox.pending(CHAT).map(({ text }) => text)).toEqual(['one']);
    storage.full = false;
    expect(outbox.enqueue(CHAT, 'two')).toBe(true);
    expect(states()).toEqual(['sent', 'queued']);
  });

  it('hands over between tabs', () => {
    online = false;
    const other = open(new FakeStorage(storage));
    outbox.enqueue(CHAT, 'one');
    expect(other.pending(CHAT).map(({ text }) => text)).toEqual(['one']);
    outbox.dispose();
    online = true;
    other.connected();
    expect(texts()).toEqual(['one']);
    other.dispose();
  });

  it('lets go of what another tab has sent', () => {
    online = false;
    const other = open(new FakeStorage(storage));
    outbox.enqueue(CHAT, 'one');
    online = true;
    outbox.connected();
    ack(1);
    expect(other.all()).toEqual([]);
    other.dispose();
  });

  it('sends a message when its files are there, once, and lets others pass meanwhile', () => {
    outbox.enqueue(CHAT, 'look', {}, [photo(), { uploadId: 'u-2', mediaId: 'm-2' }]);
    outbox.enqueue(CHAT, 'wait for it');
    expect(texts()).toEqual(['wait for it']);
    ack(1);
    expect(states()).toEqual(['queued', 'sent']);
    outbox.uploaded('u-1', 'm-1');
    outbox.uploaded('u-1', 'm-other');
    expect(sent.at(-1)).toMatchObject({
      text: 'look',
      attachments: [{ mediaId: 'm-1', alt: 'A cat' }, { mediaId: 'm-2' }],
    });
    outbox.disconnected();
    outbox.connected();
    expect(sent.at(-1)).toEqual(sent.at(-2));
    ack(2);
    outbox.settle(CHAT, 2);
    expect(released).toEqual([[['u-1', 'u-2'], true]]);
    expect(storage.keys('')).toEqual([]);
  });

  it('says nothing of files in a message without any', () => {
    outbox.enqueue(CHAT, 'plain');
    expect(sent[0]).not.toHaveProperty('attachments');
  });

  it('waits for files over a reload', () => {
    outbox.enqueue(CHAT, '', {}, [photo()]);
    outbox.dispose();
    outbox = open();
    outbox.connected();
    expect(sent).toEqual([]);
    outbox.uploaded('u-1', 'm-1');
    outbox.dispose();
    outbox = open();
    outbox.connected();
    expect(sent.map(({ attachments }) => attachments)).toEqual([
      [{ mediaId: 'm-1', alt: 'A cat' }],
      [{ mediaId: 'm-1', alt: 'A cat' }],
    ]);
    expect(new Set(sent.map(({ clientMessageId }) => clientMessageId)).size).toBe(1);
  });

  it('leaves a file out that can not be sent, and the message where it says nothing else', () => {
    outbox.enqueue(CHAT, 'look', {}, [photo()]);
    outbox.enqueue(CHAT, '', {}, [photo()]);
    const [first, second] = outbox.pending(CHAT);
    outbox.leaveOut(first?.clientMessageId ?? '', 'u-1');
    expect(texts()).toEqual(['look']);
    outbox.leaveOut(second?.clientMessageId ?? '', 'u-1');
    expect(states()).toEqual(['sending']);
    expect(released).toEqual([
      [['u-1'], false],
      [['u-1'], false],
    ]);
  });

  it('leaves a message as it was sent', () => {
    outbox.enqueue(CHAT, 'look', {}, [photo('m-1')]);
    outbox.leaveOut(sent[0]?.clientMessageId ?? '', 'u-1');
    expect(outbox.pending(CHAT)[0]?.files).toHaveLength(1);
  });

  it('gives a file some time to be known, and tells when it is not', async () => {
    outbox.enqueue(CHAT, '', {}, [photo('m-1')]);
    for (let tries = 0; tries < 6; tries += 1) {
      outbox.refused(refusal('unknown-attachment', 422));
      expect(states()).toEqual(['queued']);
      await clock.advance(30_000);
    }
    outbox.refused(refusal('unknown-attachment', 422));
    expect(states()).toEqual(['refused']);
    outbox.retry(sent[0]?.clientMessageId ?? '');
    expect(states()).toEqual(['sending']);
  });

  it('keeps the files of what it does not take', () => {
    online = false;
    storage.full = true;
    expect(outbox.enqueue(CHAT, '', {}, [photo('m-1')])).toBe(false);
    expect(released).toEqual([]);
  });

  it('hears from another tab that a file is there', () => {
    const other = open(new FakeStorage(storage));
    outbox.enqueue(CHAT, '', {}, [photo()]);
    outbox.uploaded('u-1', 'm-1');
    expect(other.pending(CHAT)[0]?.files).toMatchObject([{ mediaId: 'm-1' }]);
    other.dispose();
  });
});
