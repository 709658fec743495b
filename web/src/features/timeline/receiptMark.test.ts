import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import { HttpClient } from '$platform/http';
import type { ChatSummary } from '$platform/realtime';
import {
  ANA,
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  LEO,
  ME,
  message,
  settled,
  summary,
} from '../../test/fakes';
import TimelineHarness from '../../test/TimelineHarness.svelte';
import { receiptStateOf } from './receiptState';

const at = (userId: string, readSeq: number, deliveredSeq: number) => ({
  userId,
  sinceSeq: 1,
  deliveredSeq,
  readSeq,
});

const GROUP = { kind: 'group', title: 'Libros', memberIds: null } as const;

describe('receipts under my messages', () => {
  let socket: FakeSocket;
  let asked: string[];
  let put: Record<string, unknown> | null;
  let refusing: boolean;

  /** Null for positions: I send no receipts, so I am told of none. */
  async function show(chat: Partial<ChatSummary>, positions: unknown[] | null) {
    const clock = new FakeClock();
    asked = [];
    put = null;
    refusing = false;
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input, init) => {
        asked.push(input as string);
        if (init?.method === 'PUT') {
          put = JSON.parse(init.body as string) as Record<string, unknown>;
          const status = refusing ? 503 : 200;
          return Promise.resolve(
            new Response(JSON.stringify({ ...view, ...role, ...put }), { status }),
          );
        }
        const refused = positions === null && (input as string).includes('/receipts');
        const status = refused ? 409 : 200;
        return Promise.resolve(new Response(JSON.stringify(answer(input as string)), { status }));
      },
    });
    const view = { id: CHAT, kind: chat.kind ?? 'private', title: chat.title ?? null };
    const role = { memberCount: 3, receipts: true, myRole: 'admin', createdAt: '2026-11-20' };
    function answer(path: string): unknown {
      if (path.includes('/messages/3/receipts')) {
        return {
          items: [
            { userId: ANA, read: true, delivered: true },
            { userId: LEO, read: false, delivered: true },
          ],
        };
      }
      if (path.includes('/receipts')) return { items: positions };
      if (path.includes('/messages')) return { items: [message(2), message(3, { senderId: ME })] };
      if (path.includes('/members')) return { items: [] };
      return { ...view, ...role };
    }
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
    directory.learn([
      { id: ANA, handle: 'ana', displayName: 'Ana Ruiz' },
      { id: LEO, handle: 'leo', displayName: 'Leo Paz' },
    ]);
    conversations.start();
    await settled();
    const known = summary({ lastSeq: 3, readSeq: 3, receipts: true, ...chat });
    socket.receive(hello(clock, { chats: [known] }));
    render(TimelineHarness, { conversations, http, directory, chatId: CHAT });
    await screen.findByText('message 3');
    await settled();
  }

  const mine = () => {
    const article = screen.getAllByRole('article').at(-1);
    if (article === undefined) throw new Error('no message');
    return within(article);
  };
  const offered = (text: string) => {
    screen.getByText(text).closest('article')?.focus();
    return userEvent.keyboard('{Enter}').then(() => screen.findByRole('menu'));
  };
  const receipt = (readSeq: number, deliveredSeq: number) => {
    socket.receive({ op: 'receipt', chatId: CHAT, userId: ANA, deliveredSeq, readSeq });
  };

  it('go from sent to delivered to read in a private chat', async () => {
    await show({}, [at(ME, 3, 3), at(ANA, 2, 2)]);
    expect(mine().getByText('Sent')).toBeInTheDocument();
    receipt(2, 3);
    expect(await mine().findByText('Delivered')).toBeInTheDocument();
    receipt(3, 3);
    expect(await mine().findByText('Read')).toBeInTheDocument();
    expect(mine().queryByText('Sent')).toBeNull();
  });

  it('count who has read in a group, and list them', async () => {
    await show(GROUP, [at(ANA, 3, 3), at(LEO, 2, 3)]);
    await userEvent.click(await mine().findByRole('button', { name: 'Read by 1 person' }));
    const dialog = await screen.findByRole('dialog', { name: 'Who has read it' });
    const read = await within(dialog).findByRole('region', { name: 'Read' });
    expect(read).toHaveTextContent('Ana Ruiz');
    const rest = within(dialog).getByRole('region', { name: 'Delivered, not read yet' });
    expect(rest).toHaveTextContent('Leo Paz');
    expect(within(dialog).queryByRole('region', { name: 'Not delivered yet' })).toBeNull();
  });

  it('are listed from the menu of a message of mine and by its key, before anybody has read it too', async () => {
    await show(GROUP, [at(ANA, 2, 3), at(LEO, 2, 3)]);
    const chosen = await offered('message 3');
    await userEvent.click(within(chosen).getByRole('menuitem', { name: 'Who has read it' }));
    expect(await screen.findByRole('dialog', { name: 'Who has read it' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    screen.getByText('message 3').closest('article')?.focus();
    await userEvent.keyboard('v');
    expect(await screen.findByRole('dialog', { name: 'Who has read it' })).toBeVisible();
  });

  it.each([
    ['for messages of others', GROUP, [at(ANA, 2, 3)], 'message 2'],
    ['where the chat has none', { ...GROUP, receipts: false }, [at(ANA, 2, 3)], 'message 3'],
    ['where I send none', GROUP, null, 'message 3'],
    ['in a private chat, whose mark says it all', {}, [at(ANA, 3, 3)], 'message 3'],
  ])('are not listed %s', async (_where, chat, positions, text) => {
    await show(chat, positions);
    const menu = await offered(text);
    expect(within(menu).getByRole('menuitem', { name: 'Reply' })).toBeVisible();
    expect(within(menu).queryByRole('menuitem', { name: 'Who has read it' })).toBeNull();
  });

  it('can be turned off in the details of the chat, and stay as they are when that fails', async () => {
    await show(GROUP, []);
    await userEvent.click(screen.getByRole('button', { name: 'Details' }));
    const choice = await screen.findByRole('group', { name: 'Read receipts' });
    const chosen = (name: string) => within(choice).getByRole('radio', { name });
    expect(chosen('On')).toBeChecked();
    await userEvent.click(chosen('Off'));
    expect(put).toEqual({ receipts: false });
    expect(chosen('Off')).toBeChecked();
    refusing = true;
    await userEvent.click(chosen('On'));
    await settled();
    expect(put).toEqual({ receipts: true });
    expect(chosen('Off')).toBeChecked();
  });

  it('are neither asked for nor shown where the chat has none', async () => {
    await show({ receipts: false }, [at(ANA, 3, 3)]);
    expect(mine().getByText('Sent')).toBeInTheDocument();
    expect(asked.filter((path) => path.includes('/receipts'))).toEqual([]);
  });

  it('say what is true with everybody', () => {
    expect(receiptStateOf(null)).toBe('sent');
    expect(receiptStateOf({ read: 0, delivered: 1, of: 2 })).toBe('sent');
    expect(receiptStateOf({ read: 1, delivered: 2, of: 2 })).toBe('delivered');
    expect(receiptStateOf({ read: 2, delivered: 2, of: 2 })).toBe('read');
  });
});
