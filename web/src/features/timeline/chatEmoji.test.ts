import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { EmojiView, MessageView } from '$platform/api/types';
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
  ME,
  mediaView,
  message,
  settled,
  summary,
} from '../../test/fakes';
import TimelineHarness from '../../test/TimelineHarness.svelte';

/** Alone they take a second; what else runs may slow them. */
const LIMIT_MS = 20_000;

describe("a chat's own emoji", { timeout: LIMIT_MS }, () => {
  let socket: FakeSocket;
  let messages: MessageView[];
  let emoji: EmojiView[];

  function answerTo(address: string): unknown {
    const { pathname, searchParams } = new URL(address, 'http://suite.test');
    if (pathname.endsWith('/emoji')) return { items: emoji };
    if (pathname === '/media') {
      const ids = (searchParams.get('ids') ?? '').split(',');
      return { items: ids.map((id) => mediaView(id, 'image', { bytes: 4_000 })) };
    }
    if (pathname.endsWith('/messages')) return { items: messages, before: null, lastSeq: 3 };
    return /threads|drafts|members/.test(pathname) ? { items: [] } : GROUP_VIEW;
  }

  async function show(): Promise<void> {
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
      storage: new FakeStorage(),
      kept: new FakeKept(),
      clock,
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Libros', lastSeq: 3, readSeq: 3 });
    socket.receive(hello(clock, { chats: [chat] }));
    render(TimelineHarness, { conversations, http, directory, chatId: CHAT });
    await screen.findByText('message 1');
  }

  const box = () => screen.getByRole('textbox', { name: 'Message' });
  const view = (name: string) => ({
    name,
    mediaId: `m-${name}`,
    addedBy: ANA,
    addedAt: GROUP_VIEW.createdAt,
  });
  const entry = (fields: Record<string, unknown>) => {
    socket.receive({ op: 'entry', chatId: CHAT, by: ANA, at: GROUP_VIEW.createdAt, ...fields });
  };

  beforeEach(() => {
    emoji = [view('party'), view('ship-it')];
    messages = [
      message(1),
      message(2, { text: 'well :party: done :gone:' }),
      message(3, { reactions: [{ emoji: ':ship-it:', count: 2, mine: false, first: [ANA] }] }),
    ];
  });

  it('are drawn in what is said and in reactions, as they come and go', async () => {
    await show();
    const said = (await screen.findByAltText(':party:')).closest('article');
    expect(said).toHaveTextContent('done :gone:');
    const chip = screen.getByRole('button', { name: ':ship-it:, 2 people' });
    expect(await within(chip).findByAltText(':ship-it:')).toBeInTheDocument();
    emoji = [view('gone')];
    entry({ type: 'emoji.dropped', seq: 4, name: 'party' });
    expect(await screen.findByAltText(':gone:')).toBeInTheDocument();
    expect(screen.queryByAltText(':party:')).toBeNull();
    expect(said).toHaveTextContent('well :party: done');
    expect(screen.getByRole('button', { name: ':ship-it:, 2 people' })).toHaveTextContent(
      ':ship-it:2',
    );
  });

  it('come first where one is picked, are found by name, and stand apart from words', async () => {
    await show();
    await screen.findByAltText(':party:');
    await userEvent.type(box(), 'hola');
    await userEvent.click(screen.getByRole('button', { name: 'Add an emoji' }));
    const picker = within(screen.getByRole('dialog'));
    expect(picker.getByRole('button', { name: 'Of this chat' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const all = picker.getByRole('toolbar', { name: 'Emoji' });
    const names = () =>
      [...all.querySelectorAll('button')].map((one) => one.getAttribute('aria-label'));
    expect(names()).toEqual([':party:', ':ship-it:']);
    emoji = [view('late'), ...emoji];
    entry({ type: 'emoji.defined', seq: 4, name: 'late', mediaId: 'm-late' });
    await expect.poll(names).toEqual([':late:', ':party:', ':ship-it:']);
    await fireEvent.input(picker.getByRole('searchbox'), { target: { value: ':ship-i' } });
    await expect.poll(names).toEqual([':ship-it:']);
    await userEvent.click(picker.getByRole('button', { name: ':ship-it:' }));
    expect(box()).toHaveValue('hola :ship-it:');
  });

  it('are sent as a reaction by their name', async () => {
    await show();
    await screen.findByAltText(':party:');
    screen.getByText('message 1').closest('article')?.focus();
    await userEvent.keyboard('+');
    await userEvent.click(screen.getByRole('button', { name: ':party:' }));
    const reactions = socket.sent.filter(({ op }) => op === 'reaction.add');
    expect(reactions).toMatchObject([{ message: 1, emoji: ':party:' }]);
    expect(screen.getByRole('button', { name: ':party:, 1 person' })).toBeVisible();
  });
});
