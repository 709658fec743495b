import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import { ScheduledMessages } from '$features/scheduled';
import { HttpClient } from '$platform/http';
import {
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  GROUP_VIEW,
  FakeStorage,
  hello,
  ME,
  message,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import { Scheduler, scheduledMessage } from '../../test/scheduler';
import TimelineHarness from '../../test/TimelineHarness.svelte';

const DUE = '2027-03-01T09:00:00.000Z';

describe('messages that are sent later', () => {
  let suite: Scheduler;
  let socket: FakeSocket;
  let scheduled: ScheduledMessages;

  function answerTo(path: string): unknown {
    if (path === '/reminders/readings') {
      return { text: '', zone: 'UTC', dueAt: DUE, next: [DUE], moved: false };
    }
    if (path.includes('/messages')) return { items: [message(1)], before: null, lastSeq: 1 };
    if (/threads|drafts|members/.test(path)) return { items: [] };
    return GROUP_VIEW;
  }

  async function show() {
    const clock = new FakeClock();
    const http = new HttpClient({
      ...{ base: '', tokens: null },
      fetch: (input, init) => {
        const path = input as string;
        if (path.startsWith('/scheduled-messages')) return suite.fetch(path, init ?? {});
        return Promise.resolve(new Response(JSON.stringify(answerTo(path))));
      },
    });
    const conversations = new Conversations({
      ...{ me: ME, http, clock, storage: new FakeStorage(), kept: new FakeKept() },
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    scheduled = new ScheduledMessages({ http, clock, me: ME });
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Libros', lastSeq: 1, readSeq: 1 });
    socket.receive(hello(clock, { chats: [chat] }));
    await scheduled.load();
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    render(TimelineHarness, { conversations, http, directory, scheduled, chatId: CHAT });
    await screen.findByText('message 1');
  }

  const box = () => screen.getByRole('textbox', { name: 'Message' });
  const later = () => screen.getByRole('button', { name: 'Send later' });
  const bar = (name: RegExp) => screen.findByRole('button', { name });
  const dialog = () => screen.getByRole('dialog', { name: 'Scheduled messages' });

  beforeEach(() => {
    suite = new Scheduler();
  });

  it('are scheduled from the menu beside the button that sends, and counted above the composer', async () => {
    await show();
    expect(later()).toBeDisabled();
    await userEvent.type(box(), 'hi');
    await userEvent.click(later());
    await userEvent.click(screen.getByRole('menuitem', { name: 'Tomorrow at 9' }));
    await bar(/^1 scheduled/);
    const tomorrow = new Date();
    tomorrow.setDate(tomorrow.getDate() + 1);
    tomorrow.setHours(9, 0, 0, 0);
    expect(suite.changes()).toMatchObject([
      { body: { chatId: CHAT, text: 'hi', dueAt: tomorrow.toISOString() } },
    ]);
    expect(box()).toHaveValue('');
    expect(box()).toHaveFocus();
    expect(socket.sent.filter(({ op }) => op === 'message.send')).toEqual([]);
  });

  it('are scheduled by key, and by a time of their own in words', async () => {
    await show();
    await userEvent.type(box(), 'hi{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Another time…' }));
    const own = screen.getByRole('dialog', { name: 'Send later' });
    await userEvent.type(within(own).getByRole('textbox', { name: 'When' }), 'noon');
    await userEvent.click(within(own).getByRole('button', { name: 'Schedule' }));
    await bar(/^1 scheduled/);
    expect(suite.changes()).toMatchObject([{ body: { text: 'hi', dueAt: DUE } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stay in the composer, with the reason, when they are not taken', async () => {
    await show();
    suite.fails = { slug: 'too-many-scheduled-messages', status: 409 };
    await userEvent.type(box(), 'hi');
    await userEvent.click(later());
    await userEvent.click(screen.getByRole('menuitem', { name: 'Tomorrow at 9' }));
    await screen.findByText('You have as many scheduled messages as you can have.');
    expect(box()).toHaveValue('hi');
    expect(box()).not.toHaveAttribute('readonly');
  });

  it('are edited, sent at once and gone when they are posted', async () => {
    suite.messages = [scheduledMessage('a', { dueAt: DUE })];
    await show();
    await userEvent.click(await bar(/^1 scheduled/));
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Edit: text of a' }));
    const edit = screen.getByRole('dialog', { name: 'Edit the scheduled message' });
    const words = within(edit).getByRole('textbox', { name: 'Message' });
    await userEvent.clear(words);
    await userEvent.type(words, 'new');
    await userEvent.click(within(edit).getByRole('button', { name: 'Save' }));
    await within(dialog()).findByText('new');
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Send now: new' }));
    await within(dialog()).findByText('Being sent…');
    socket.receive({
      op: 'entry',
      ...posted(2, { senderId: ME, clientMessageId: 'a', text: 'new' }),
    });
    await within(dialog()).findByText('Nothing is scheduled');
    expect(screen.queryByRole('button', { name: /scheduled/ })).toBeNull();
  });

  it('are cancelled, and had again', async () => {
    suite.messages = [scheduledMessage('a', { dueAt: DUE })];
    await show();
    await userEvent.click(await bar(/^1 scheduled/));
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Do not send: text of a' }));
    await waitFor(() => {
      expect(suite.messages).toEqual([]);
    });
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Undo' }));
    await bar(/^1 scheduled/);
    expect(suite.messages).toMatchObject([{ text: 'text of a' }]);
  });

  it('are shown with their text and the reason when they were refused', async () => {
    const type = 'urn:tertulia:problem:chat-not-found';
    const refusal = { type, detail: 'No such chat' };
    suite.messages = [scheduledMessage('a', { state: 'refused', refusal })];
    await show();
    await userEvent.click(await bar(/^1 was not sent/));
    expect(within(dialog()).getByText('text of a')).toBeVisible();
    expect(within(dialog()).getByRole('alert')).toHaveTextContent(
      'Not sent: You are not in this chat any more, or it is gone.',
    );
    await userEvent.click(
      within(dialog()).getByRole('button', { name: 'Schedule again: text of a' }),
    );
    const edit = screen.getByRole('dialog', { name: 'Edit the scheduled message' });
    expect(within(edit).getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(within(edit).getByRole('textbox', { name: 'When' }), 'noon');
    await userEvent.click(within(edit).getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(suite.messages).toMatchObject([{ text: 'text of a', dueAt: DUE, state: 'waiting' }]);
    });
  });
});
