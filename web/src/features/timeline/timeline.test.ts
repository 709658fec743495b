import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import { HttpClient } from '$platform/http';
import {
  ANA,
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  ME,
  message,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import TimelineHarness from '../../test/TimelineHarness.svelte';

const VIEW = {
  id: CHAT,
  kind: 'private',
  title: null,
  memberCount: 2,
  receipts: true,
  createdBy: ME,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
  myRole: 'member',
};

const LINKED = 'https://cafe.test/menu';

function answerTo(path: string): unknown {
  if (path.endsWith('/previews'))
    return { items: [{ url: LINKED, siteName: 'Café', title: 'The menu' }], pending: false };
  if (path.includes('/messages'))
    return { items: [message(1), message(2)], before: null, after: null };
  return VIEW;
}

describe('TimelineView', () => {
  let socket: FakeSocket;
  let storage: FakeStorage;

  async function show(unread = 0) {
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
    directory.learn([{ id: ANA, handle: 'ana', displayName: 'Ana Ruiz' }]);
    conversations.start();
    await settled();
    socket.receive(hello(clock, { chats: [summary({ lastSeq: 2, readSeq: 2 - unread, unread })] }));
    render(TimelineHarness, { conversations, http, directory, chatId: CHAT });
    await screen.findByText('message 2');
    return conversations;
  }

  const box = () => screen.getByRole('textbox', { name: 'Message' });
  const sends = () => socket.sent.filter((frame) => frame['op'] === 'message.send');
  const log = () => screen.getByRole('log', { name: 'New messages' });

  beforeEach(() => {
    storage = new FakeStorage();
  });

  it('names the chat after the other person and shows its messages', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ana Ruiz');
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });

  it('shows what a link leads to below its message', async () => {
    await show();
    socket.receive({ op: 'entry', ...posted(3, { senderId: ANA, text: `look: ${LINKED}` }) });
    const card = await screen.findByRole('link', { name: /The menu/ });
    expect(card).toHaveAttribute('href', LINKED);
    expect(card).toHaveAttribute('target', '_blank');
    expect(card).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    expect(card).toHaveTextContent('Café · cafe.test');
    expect(card.querySelector('img')).toBeNull();
  });

  it('sends with Enter, begins a line with Shift and Enter', async () => {
    await show();
    await userEvent.type(box(), 'one{Shift>}{Enter}{/Shift}two{Enter}');
    expect(sends()).toMatchObject([{ chatId: CHAT, text: 'one\ntwo' }]);
    expect(box()).toHaveValue('');
    expect(screen.getAllByRole('article').at(-1)).toHaveAttribute('data-state', 'sending');
  });

  it('begins a line with Enter where the screen is touched, and sends with the button', async () => {
    const { matchMedia } = globalThis;
    vi.spyOn(globalThis, 'matchMedia').mockImplementation((media) => ({
      ...matchMedia(media),
      matches: media.includes('coarse'),
    }));
    await show();
    await userEvent.type(box(), 'one{Enter}two');
    expect(box()).toHaveValue('one\ntwo');
    expect(box()).toHaveAccessibleDescription('The button sends, Enter begins a line.');
    expect(sends()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await userEvent.type(box(), 'three{Control>}{Enter}{/Control}');
    expect(sends()).toMatchObject([{ text: 'one\ntwo' }]);
    expect(screen.getAllByRole('article').at(-1)).toHaveTextContent('three');
  });

  it('keeps the row of a message that becomes the real one', async () => {
    await show();
    await userEvent.type(box(), 'hola{Enter}');
    const row = screen.getAllByRole('article').at(-1);
    const clientMessageId = sends()[0]?.['clientMessageId'] as string;
    socket.receive({
      op: 'message.ack',
      chatId: CHAT,
      clientMessageId,
      messageId: 'm',
      seq: 3,
      postedAt: '',
    });
    socket.receive({ op: 'entry', ...posted(3, { senderId: ME, clientMessageId, text: 'hola' }) });
    await settled();
    expect(screen.getAllByRole('article').at(-1)).toBe(row);
    expect(row).toHaveAttribute('data-state', 'sent');
    expect(row).toHaveAttribute('data-seq', '3');
  });

  it('tells why a message was refused and lets it be discarded', async () => {
    await show();
    await userEvent.type(box(), 'hola{Enter}');
    const clientMessageId = sends()[0]?.['clientMessageId'] as string;
    const problem = { type: 'urn:tertulia:problem:forbidden', title: 'No', status: 403 };
    socket.receive({ op: 'error', re: 'message.send', chatId: CHAT, clientMessageId, problem });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not sent: You may not do this here.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });

  it('reads out new messages of others only', async () => {
    await show();
    expect(within(log()).queryByText(/message/)).toBeNull();
    socket.receive({ op: 'entry', ...posted(3, { text: 'nueva' }) });
    socket.receive({ op: 'entry', ...posted(4, { senderId: ME, text: 'mía' }) });
    expect(await within(log()).findByText('Ana Ruiz: nueva')).toBeInTheDocument();
    expect(within(log()).queryByText(/mía/)).toBeNull();
  });

  it('leaves in the composer what can neither be sent nor kept', async () => {
    await show();
    socket.hangUp(1006);
    storage.full = true;
    await userEvent.type(box(), 'hola{Enter}');
    expect(box()).toHaveValue('hola');
    expect(screen.getByText(/this browser has no room left/)).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(2);
    storage.full = false;
    await userEvent.type(box(), '!{Enter}');
    expect(box()).toHaveValue('');
    expect(screen.queryByText(/this browser has no room left/)).toBeNull();
    expect(screen.getAllByRole('article').at(-1)).toHaveAttribute('data-state', 'queued');
  });

  it('divides what was unread', async () => {
    await show(1);
    const divider = screen.getByText('New');
    const last = screen.getByText('message 2');
    expect(divider.compareDocumentPosition(last)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('keeps a draft', async () => {
    await show();
    await userEvent.type(box(), 'a medias');
    expect(storage.get(`draft.${CHAT}`)).toContain('a medias');
    await userEvent.clear(box());
    expect(storage.get(`draft.${CHAT}`)).not.toContain('a medias');
  });

  it('walks the messages with the arrow keys', async () => {
    await show();
    const [first, second] = screen.getAllByRole('article');
    second?.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(first).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(second).toHaveFocus();
  });
});
