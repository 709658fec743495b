import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { MessageView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import {
  ANA,
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  GROUP_VIEW,
  FakeStorage,
  hello,
  LEO,
  ME,
  message,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import TimelineHarness from '../../test/TimelineHarness.svelte';

const PEOPLE = [
  { id: ANA, handle: 'ana', displayName: 'Ana Ruiz' },
  { id: LEO, handle: 'leo', displayName: 'Leo Marín' },
  { id: ME, handle: 'me', displayName: 'Me' },
];

describe('what is done with messages', () => {
  let socket: FakeSocket;
  let messages: MessageView[];
  /** What this browser keeps from one visit to the next. */
  let storage: FakeStorage;

  function answerTo(path: string): unknown {
    if (path.includes('/threads/')) return { items: [], before: null, lastSeq: 3 };
    if (path.includes('/reactions/')) return { items: [{ userId: LEO }] };
    if (path.includes('/messages')) return { items: messages, before: null, lastSeq: 3 };
    if (path.includes('/members')) return { items: PEOPLE.map(({ id }) => ({ userId: id })) };
    if (/threads|drafts/.test(path)) return { items: [] };
    return GROUP_VIEW;
  }

  async function show(options: { thread?: number } = {}, shown = 'message 2') {
    const clock = new FakeClock();
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input) => Promise.resolve(new Response(JSON.stringify(answerTo(input as string)))),
    });
    const conversations = new Conversations({
      me: ME,
      http,
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage,
      kept: new FakeKept(),
      clock,
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    directory.learn(PEOPLE);
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Libros', lastSeq: 3, readSeq: 3 });
    socket.receive(hello(clock, { chats: [chat] }));
    render(TimelineHarness, { conversations, http, directory, chatId: CHAT, ...options });
    await screen.findByText(shown);
    return conversations;
  }

  const article = (text: string) => {
    const found = screen.getByText(text).closest('article');
    if (found === null) throw new Error(`no message says ${text}`);
    return found;
  };
  const box = () => screen.getByRole('textbox', { name: 'Message' });
  const sent = (op: string) => socket.sent.filter((frame) => frame['op'] === op);
  const press = async (text: string, key: string) => {
    article(text).focus();
    await userEvent.keyboard(key);
  };
  const entry = async (fields: Record<string, unknown>) => {
    const about = { chatId: CHAT, by: ANA, at: '2026-11-20T12:00:00Z', ...fields };
    socket.receive({ op: 'entry', ...about });
    await settled();
  };

  beforeEach(() => {
    storage = new FakeStorage();
    messages = [
      message(1),
      message(2, { senderId: ME }),
      message(3, { mentions: { people: [ME], everyone: false }, text: 'hola @me y @nobody' }),
    ];
  });

  it('offers what may be done, and no more', async () => {
    await show();
    await press('message 1', '{Enter}');
    const names = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(names.join()).not.toMatch(/Edit|Delete/);
    await userEvent.keyboard('{Escape}');
    expect(article('message 1')).toHaveFocus();
    await press('message 2', '{Enter}');
    expect(screen.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('Delete this message?');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('leaves the arrow keys to what is scrolled in a message', async () => {
    messages[0] = message(1, { text: 'see [this](https://example.org)\n\n```\nwide\n```' });
    await show();
    await press('see', '{ArrowRight}');
    expect(screen.getByRole('link', { name: 'this' })).toHaveFocus();
    const code = screen.getByText('wide').closest('pre');
    code?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{Home}{End}');
    expect(code).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(article('see')).toHaveFocus();
  });

  it('lets nobody edit what they forward', async () => {
    const forwarded = { chatId: CHAT, seq: 1, senderId: ANA, postedAt: '2026-11-20T10:00:00Z' };
    messages[1] = message(2, { senderId: ME, forwarded });
    await show();
    await press('message 2', '{Enter}');
    expect(screen.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Edit' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await userEvent.type(box(), '{ArrowUp}');
    expect(screen.queryByRole('textbox', { name: 'Edit the message' })).toBeNull();
  });

  it('edits in place, shown at once', async () => {
    await show();
    await userEvent.type(box(), '{ArrowUp}');
    const area = screen.getByRole('textbox', { name: 'Edit the message' });
    expect(area).toHaveFocus();
    await userEvent.type(area, ' and more{Enter}');
    expect(sent('message.edit')).toMatchObject([
      { message: 2, version: 1, text: 'message 2 and more' },
    ]);
    expect(article('message 2 and more')).toHaveFocus();
    expect(article('message 2 and more')).toHaveTextContent('edited');
  });

  it('goes on with an edit that was begun before the page was left, until it is saved or given up', async () => {
    await show();
    await press('message 2', 'e');
    await userEvent.keyboard(' and half');
    cleanup();
    messages[1] = message(2, { senderId: ME, version: 2, text: 'said otherwise elsewhere' });
    await show({}, 'message 1');
    const area = await screen.findByRole('textbox', { name: 'Edit the message' });
    expect(area).toHaveValue('message 2 and half');
    await userEvent.type(area, ' of it{Enter}');
    expect(sent('message.edit')).toMatchObject([{ version: 1, text: 'message 2 and half of it' }]);
    expect(storage.keys('edit.')).toEqual([]);
    await press('message 2 and half of it', 'e');
    await userEvent.keyboard('!{Escape}');
    expect(storage.keys('edit.')).toEqual([]);
  });

  it('goes on with an edit that can neither be sent nor kept', async () => {
    await show();
    await press('message 2', 'e');
    socket.hangUp(1006);
    storage.full = true;
    await userEvent.keyboard(' again{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('this browser has no room left');
    expect(screen.getByRole('textbox', { name: 'Edit the message' })).toHaveValue(
      'message 2 again',
    );
  });

  it('tells of an edit that was refused, with the text to try again', async () => {
    await show();
    await press('message 2', 'e');
    await userEvent.keyboard(' again{Enter}');
    const [frame] = sent('message.edit');
    const problem = { type: 'urn:tertulia:problem:version-conflict', title: 'x', status: 412 };
    const requestId = frame?.['requestId'] as string;
    socket.receive({ op: 'error', re: 'message.edit', requestId, chatId: CHAT, problem });
    expect(await screen.findByRole('alert')).toHaveTextContent('Not done:');
    expect(screen.getByText('message 2 again')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent('message.edit')).toHaveLength(2);
  });

  it('deletes after asking', async () => {
    await show();
    await press('message 2', '{Delete}');
    expect(sent('message.delete')).toEqual([]);
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByText('Delete'));
    expect(sent('message.delete')).toMatchObject([{ message: 2 }]);
    expect(screen.getByText('This message was deleted.')).toBeVisible();
  });

  it('reacts and takes it back', async () => {
    messages = [message(2), message(3, { reactions: [like(false)] })];
    await show();
    await userEvent.click(screen.getByRole('button', { name: '👍, 1 person' }));
    expect(sent('reaction.add')).toMatchObject([{ message: 3, emoji: '👍' }]);
    const chip = screen.getByRole('button', { name: '👍, 2 people' });
    expect(chip).toHaveAttribute('aria-pressed', 'true');
    await entry({ type: 'reaction.added', seq: 4, message: 3, userId: ME, emoji: '👍' });
    const requestId = sent('reaction.add')[0]?.['requestId'] as string;
    socket.receive({ op: 'done', re: 'reaction.add', requestId, chatId: CHAT, seq: 4 });
    expect(screen.getByRole('button', { name: '👍, 2 people' })).toBeVisible();
    await userEvent.click(chip);
    expect(sent('reaction.remove')).toHaveLength(1);
  });

  it('tells who reacted', async () => {
    messages = [message(2), message(3, { reactions: [like(false)] })];
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Who reacted' }));
    expect(await within(screen.getByRole('dialog')).findByText('@leo')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await press(messages[1]?.text ?? '', '{Enter}');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Who reacted' }));
    expect(await within(screen.getByRole('dialog')).findByText('@leo')).toBeVisible();
  });

  it('answers with a quote', async () => {
    await show();
    await press('message 1', 'r');
    expect(screen.getByRole('group', { name: 'Replying to' })).toHaveTextContent('message 1');
    await userEvent.type(box(), 'yes{Enter}');
    expect(sent('message.send')).toMatchObject([{ text: 'yes', replyTo: 1 }]);
    expect(screen.queryByRole('group', { name: 'Replying to' })).toBeNull();
    expect(screen.getByRole('link', { name: /message 1/ })).toHaveAttribute(
      'href',
      `/chats/${CHAT}/messages/1`,
    );
  });

  it('marks those who are called', async () => {
    await show();
    const called = document.querySelectorAll('.called');
    expect([...called].map((one) => one.textContent)).toEqual(['@me']);
  });

  it('completes names', async () => {
    await show();
    await userEvent.type(box(), 'ask @ma');
    const option = await screen.findByRole('option');
    expect(option).toHaveTextContent('Leo Marín');
    expect(box()).toHaveAttribute('aria-activedescendant', option.id);
    await userEvent.keyboard('{Enter}');
    expect(box()).toHaveValue('ask @leo ');
    expect(sent('message.send')).toEqual([]);
  });

  it('reads out what is new: no edits, no reactions, no replies in threads', async () => {
    await show();
    const log = screen.getByRole('log', { name: 'New messages' });
    await entry({ type: 'message.edited', seq: 4, message: 1, version: 2, text: 'edited text' });
    await entry({ type: 'reaction.added', seq: 5, message: 1, userId: LEO, emoji: '👍' });
    await entry({ ...posted(6, { thread: 1, text: 'in a thread' }) });
    expect(screen.getByText('edited text')).toBeVisible();
    expect(log).toHaveTextContent(/^$/);
    await entry({ ...posted(7, { text: '**new** words' }) });
    expect(await within(log).findByText('Ana Ruiz: new words')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /1 reply/ })).toBeVisible();
  });

  it('opens a thread beside the conversation, and writes in it', async () => {
    await show({ thread: 1 });
    const panel = screen.getByRole('region', { name: 'Thread' });
    const area = await within(panel).findByRole('textbox', { name: 'Reply in the thread' });
    await userEvent.type(area, 'here{Enter}');
    expect(sent('message.send')).toMatchObject([{ text: 'here', thread: 1 }]);
    expect(within(panel).getByText('here')).toBeVisible();
    expect(screen.getAllByText('here')).toHaveLength(1);
  });

  it('tells who is writing', async () => {
    await show();
    socket.receive({ op: 'typing', chatId: CHAT, userId: ANA, untilMs: 5_000 });
    expect(await screen.findByText('Ana Ruiz is writing…')).toBeInTheDocument();
    await entry({ ...posted(4) });
    expect(screen.queryByText('Ana Ruiz is writing…')).toBeNull();
  });
});

function like(mine: boolean) {
  return { emoji: '👍', count: 1, mine, first: [ANA] };
}
