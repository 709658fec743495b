import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemError, NetworkError } from '$platform/http';
import type { OperationFrame } from '$platform/realtime';
import { CHAT, FakeClock, FakeStorage, LEO, ME, message, settled } from '../../test/fakes';
import { Operations, withOperations, type Change } from './operations';

const edit: Change = { kind: 'edit', message: 3, version: 1, text: 'better' };
const like: Change = { kind: 'react', message: 3, emoji: '👍', present: true };

describe('Operations', () => {
  let clock: FakeClock;
  let storage: FakeStorage;
  let online: boolean;
  let sent: OperationFrame[];
  let bookmarks: (() => Promise<void>)[];
  let operations: Operations;

  const open = () =>
    new Operations({
      storage,
      clock,
      send: (frame) => {
        if (online) sent.push(frame);
        return online;
      },
      bookmark: () => bookmarks.shift()?.() ?? Promise.resolve(),
      changed: () => {},
    });
  const done = (seq?: number, frame = sent.at(-1)) => {
    const requestId = frame?.requestId ?? '';
    operations.done({ op: 'done', re: '', requestId, chatId: CHAT, ...(seq ? { seq } : {}) });
  };
  const refuse = (slug: string, status: number) => {
    operations.refused({
      op: 'error',
      re: '',
      requestId: sent.at(-1)?.requestId ?? '',
      problem: { type: `urn:tertulia:problem:${slug}`, title: slug, status },
    });
  };
  const states = () => operations.of(CHAT).map(({ state }) => state);

  beforeEach(() => {
    clock = new FakeClock();
    storage = new FakeStorage();
    online = true;
    sent = [];
    bookmarks = [];
    operations = open();
  });

  it('does one thing at a time, in order', () => {
    operations.enqueue(CHAT, edit);
    operations.enqueue(CHAT, like);
    expect(sent).toMatchObject([{ op: 'message.edit', message: 3, version: 1, text: 'better' }]);
    done(4);
    expect(sent).toMatchObject([{}, { op: 'reaction.add', emoji: '👍' }]);
    done();
    expect(states()).toEqual(['done']);
    operations.settle(CHAT, 4);
    expect(states()).toEqual([]);
  });

  it('keeps what was asked for offline over a reload, and sends it once in order', () => {
    online = false;
    operations.enqueue(CHAT, edit);
    operations.enqueue(CHAT, like);
    operations.dispose();
    operations = open();
    online = true;
    operations.connected();
    done();
    done();
    expect(sent.map(({ op }) => op)).toEqual(['message.edit', 'reaction.add']);
    expect(storage.keys('')).toEqual([]);
  });

  it('repeats what was not answered under the same id', async () => {
    operations.enqueue(CHAT, like);
    await clock.advance(10_000);
    operations.disconnected();
    operations.connected();
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('sends nothing when the contrary is asked for before it was sent', () => {
    online = false;
    operations.enqueue(CHAT, like);
    operations.enqueue(CHAT, { ...like, present: false });
    expect(operations.of(CHAT)).toEqual([]);
    expect(storage.keys('')).toEqual([]);
  });

  it('keeps a refused edit to be tried again on top of what is there now', () => {
    operations.enqueue(CHAT, edit);
    operations.enqueue(CHAT, like);
    refuse('version-conflict', 412);
    expect(states()).toEqual(['refused', 'sending']);
    done();
    const [refused] = operations.of(CHAT);
    operations.retry(refused?.id ?? '', message(3, { version: 5 }));
    expect(sent.at(-1)).toMatchObject({ op: 'message.edit', version: 5, text: 'better' });
  });

  it('waits when the refusal is only for now', async () => {
    operations.enqueue(CHAT, like);
    refuse('rate-limited', 429);
    expect(states()).toEqual(['queued']);
    await clock.advance(3_000);
    expect(sent).toHaveLength(2);
  });

  it('bookmarks past the live connection, and again when nobody answered', async () => {
    bookmarks = [() => Promise.reject(new NetworkError()), () => Promise.resolve()];
    operations.enqueue(CHAT, { kind: 'bookmark', message: 3, present: true });
    await settled();
    expect(states()).toEqual(['queued']);
    await clock.advance(3_000);
    expect(states()).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('tells why a bookmark was refused', async () => {
    const gone = { type: 'urn:tertulia:problem:message-not-found', title: 'gone', status: 404 };
    bookmarks = [() => Promise.reject(new ProblemError(gone))];
    operations.enqueue(CHAT, { kind: 'bookmark', message: 3, present: true });
    await settled();
    expect(operations.of(CHAT)[0]?.problem?.status).toBe(404);
  });

  it('counts as marked unread when a marker of a new generation comes', () => {
    operations.enqueue(CHAT, { kind: 'unread', message: 3 });
    expect(sent).toMatchObject([{ op: 'unread', seq: 3 }]);
    operations.unreadMarked(CHAT);
    expect(operations.of(CHAT)).toEqual([]);
  });

  it('shows a message as it will be', () => {
    online = false;
    for (const change of [edit, like, { kind: 'pin', message: 3, present: true } as const]) {
      operations.enqueue(CHAT, change);
    }
    const reactions = [{ emoji: '👍', count: 1, mine: false, first: [LEO] }];
    const shown = withOperations(message(3, { reactions }), operations.of(CHAT), ME);
    expect(shown).toMatchObject({
      text: 'better',
      pinnedBy: ME,
      reactions: [{ emoji: '👍', count: 2, mine: true }],
    });
    operations.enqueue(CHAT, { kind: 'delete', message: 3 });
    const gone = withOperations(message(3, { reactions }), operations.of(CHAT), ME);
    expect(gone).toMatchObject({ text: '' });
    expect(gone.deletedAt).toBeDefined();
  });
});
