import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from '$platform/http';
import { ANA, CHAT, FakeClock, ME, posted, settled } from '../../test/fakes';
import { Scheduler, scheduledMessage } from '../../test/scheduler';
import { ScheduledMessages } from './scheduled.svelte';
import type { NewScheduledMessage } from './scheduledApi';

const HOUR_MS = 3_600_000;
const HELLO: NewScheduledMessage = {
  ...{ chatId: CHAT, text: 'hello', zone: 'UTC' },
  dueAt: '2026-11-20T13:00:00.000Z',
};

describe('ScheduledMessages', () => {
  let suite: Scheduler;
  let clock: FakeClock;
  let scheduled: ScheduledMessages;

  beforeEach(() => {
    suite = new Scheduler();
    clock = new FakeClock();
    scheduled = new ScheduledMessages({ http: suite.http, clock, me: ME });
  });

  const shown = () =>
    scheduled.all.map(({ scheduledMessageId, state }) => `${scheduledMessageId} ${state}`);
  /** Lets time pass, and what is asked for then be answered. */
  const pass = async (ms: number) => {
    const steps = Math.ceil(ms / HOUR_MS);
    for (let step = 0; step < steps; step += 1) {
      await clock.advance(ms / steps);
      for (let turn = 0; turn < 20; turn += 1) await settled();
    }
  };
  const only = () => {
    const [message] = scheduled.all;
    if (message === undefined) throw new Error('nothing is scheduled');
    return message;
  };

  it('shows those that were refused, then the others in the order in which they are due', async () => {
    suite.messages = [
      scheduledMessage('late', { dueAt: '2026-11-21T09:00:00Z' }),
      scheduledMessage('soon'),
      scheduledMessage('no', { state: 'refused' }),
      scheduledMessage('gone', { state: 'sent' }),
    ];
    await scheduled.load();
    expect(shown()).toEqual(['no refused', 'soon waiting', 'late waiting']);
  });

  it('tells those of a chat from those of one thread in it', async () => {
    suite.messages = [
      scheduledMessage('a'),
      scheduledMessage('b', { thread: 7 }),
      scheduledMessage('c', { chatId: 'another' }),
    ];
    await scheduled.load();
    expect(scheduled.of(CHAT).map(({ text }) => text)).toEqual(['text of a', 'text of b']);
    expect(scheduled.of(CHAT, 7).map(({ text }) => text)).toEqual(['text of b']);
  });

  it('takes away what is posted, also when a list that is late still has it', async () => {
    suite.messages = [scheduledMessage('a'), scheduledMessage('b')];
    await scheduled.load();
    scheduled.heard(posted(3, { senderId: ANA, clientMessageId: 'b' }));
    scheduled.heard(posted(4, { senderId: ME, clientMessageId: 'a' }));
    expect(shown()).toEqual(['b waiting']);
    await scheduled.load();
    expect(shown()).toEqual(['b waiting']);
  });

  it('shows what is scheduled while a list is on its way that does not have it', async () => {
    const loading = scheduled.load();
    await scheduled.schedule(HELLO);
    await loading;
    expect(shown()).toEqual(['s1 waiting']);
  });

  it('finds out what became of one that was due and is not heard of, seldomer each time', async () => {
    suite.messages = [scheduledMessage('a')];
    await scheduled.load();
    const asked = () => suite.asked.length / 3;
    await pass(HOUR_MS + 4_000);
    expect(asked()).toBe(1);
    suite.messages = [scheduledMessage('a', { state: 'sending' })];
    await pass(2_000);
    expect(asked()).toBe(2);
    expect(shown()).toEqual(['a sending']);
    await pass(8_000);
    expect(asked()).toBe(2);
    suite.messages = [scheduledMessage('a', { state: 'refused' })];
    await pass(4_000);
    expect(shown()).toEqual(['a refused']);
    await pass(10 * HOUR_MS);
    expect(asked()).toBe(3);
  });

  it('looks on the way to a time that is further off than a timer goes', async () => {
    suite.messages = [scheduledMessage('a', { dueAt: '2027-10-01T09:00:00Z' })];
    await scheduled.load();
    await pass(25 * HOUR_MS);
    expect(suite.asked.length).toBe(3 * 5);
  });

  it('makes one of what is asked for again after a lost answer', async () => {
    suite.fails = 'lost';
    suite.made = true;
    await expect(scheduled.schedule(HELLO)).rejects.toBeInstanceOf(NetworkError);
    await scheduled.schedule(HELLO);
    expect(suite.messages).toHaveLength(1);
    expect(shown()).toEqual(['s1 waiting']);
    await scheduled.schedule(HELLO);
    expect(suite.messages).toHaveLength(2);
  });

  it('changes words and time as they were known here', async () => {
    suite.messages = [scheduledMessage('a', { version: 4 })];
    await scheduled.load();
    await scheduled.change(only(), { text: 'other', zone: 'UTC' });
    expect(only().text).toBe('other');
    expect(suite.changes()).toMatchObject([
      { method: 'PATCH', match: '"4"', body: { text: 'other' } },
    ]);
    expect(suite.changes()[0]?.body).not.toHaveProperty('dueAt');
  });

  it('asks again when one is not as it was known here', async () => {
    suite.messages = [scheduledMessage('a')];
    await scheduled.load();
    const known = only();
    suite.messages = [scheduledMessage('a', { text: 'of another device', version: 2 })];
    suite.fails = { slug: 'precondition-failed', status: 412 };
    await expect(scheduled.change(known, { text: 'other', zone: 'UTC' })).rejects.toBeInstanceOf(
      ProblemError,
    );
    await pass(1);
    expect(only().text).toBe('of another device');
  });

  it('makes one that was refused anew, and only then puts the old one away', async () => {
    const refused = scheduledMessage('no', { state: 'refused', thread: 7, replyTo: 3 });
    suite.messages = [refused];
    await scheduled.load();
    const change = { text: 'again', dueAt: '2026-11-20T15:00:00.000Z', zone: 'UTC' };
    suite.fails = { slug: 'chat-not-found', status: 404 };
    await expect(scheduled.change(only(), change)).rejects.toBeInstanceOf(ProblemError);
    expect(shown()).toEqual(['no refused']);
    await scheduled.change(only(), change);
    expect(suite.messages).toMatchObject([{ text: 'again', thread: 7, replyTo: 3 }]);
    expect(shown()).toEqual(['s1 waiting']);
  });

  it('has what was cancelled again, as it was', async () => {
    const attachments = [{ mediaId: 'm1', alt: 'A cat' }, { mediaId: 'm2' }];
    suite.messages = [scheduledMessage('a', { thread: 7, attachments })];
    await scheduled.load();
    await scheduled.cancel(only());
    expect(suite.messages).toEqual([]);
    expect(scheduled.cancelledAt(CHAT, 7)?.text).toBe('text of a');
    expect(scheduled.cancelledAt(CHAT, 8)).toBeNull();
    suite.fails = { slug: 'time-past', status: 422 };
    await expect(scheduled.restore()).rejects.toBeInstanceOf(ProblemError);
    expect(scheduled.cancelled).not.toBeNull();
    await scheduled.restore();
    expect(suite.messages).toMatchObject([{ text: 'text of a', thread: 7, attachments }]);
    expect(scheduled.cancelled).toBeNull();
  });

  it('shows one that is sent now as on its way until it is posted', async () => {
    suite.messages = [scheduledMessage('a')];
    await scheduled.load();
    await scheduled.sendNow(only());
    expect(shown()).toEqual(['a sending']);
    scheduled.heard(posted(3, { senderId: ME, clientMessageId: 'a' }));
    expect(shown()).toEqual([]);
  });
});
