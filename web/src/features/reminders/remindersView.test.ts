import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { CalendarFeed, NotificationView, ReminderView } from '$platform/api/types';
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
  settled,
  summary,
} from '../../test/fakes';
import RemindersHarness from '../../test/RemindersHarness.svelte';
import { Reminders } from './reminders.svelte';

const PERSON = { id: ANA, handle: 'ana', displayName: 'Ana Ruiz' };
const DUE = '2027-03-01T09:00:00Z';

function reminder(id: string, fields: Partial<ReminderView> = {}): ReminderView {
  return {
    ...{ id, text: `text of ${id}`, zone: 'UTC', ifLate: 'fire', state: 'waiting', version: 1 },
    ...{ audience: { kind: 'self' }, next: DUE },
    ...{ createdAt: '2026-11-20T10:00:00Z', changedAt: '2026-11-20T10:00:00Z' },
    ...fields,
  };
}

describe('RemindersView', () => {
  let waiting: ReminderView[];
  let feed: CalendarFeed | null;
  let asked: { method: string; path: string; body: Record<string, unknown> }[];
  let reminders: Reminders;

  function answerTo(method: string, path: string, body: Record<string, unknown>): unknown {
    if (path === '/reminders/readings') {
      return { text: 'call', zone: 'UTC', dueAt: DUE, next: [DUE], moved: false };
    }
    if (path === '/reminders/feed') return feedAfter(method);
    if (method === 'POST' && path === '/reminders') {
      const made = reminder('made', body);
      waiting = [...waiting, made];
      return made;
    }
    if (path.startsWith('/reminders')) return { items: path.includes('waiting') ? waiting : [] };
    if (path.startsWith('/users')) return { items: [PERSON] };
    return { version: 1, unread: 0 };
  }

  function feedAfter(method: string): unknown {
    if (method === 'DELETE') feed = null;
    if (method !== 'POST') return feed;
    feed = { createdAt: '2026-11-20T10:00:00Z' };
    return { ...feed, url: '/api/v1/reminders/feed/secret.ics' };
  }

  async function show() {
    const clock = new FakeClock();
    let socket: FakeSocket | undefined;
    const http = new HttpClient({
      ...{ base: '', tokens: null },
      fetch: (input, init) => {
        const path = input as string;
        const method = init?.method ?? 'GET';
        const sent = (init?.body as string | null | undefined) ?? '{}';
        const body = JSON.parse(sent) as Record<string, unknown>;
        asked.push({ method, path, body });
        const found = answerTo(method, path, body);
        if (method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
        const missing = { type: 'urn:tertulia:problem:not-found', title: 'x', status: 404 };
        return Promise.resolve(
          new Response(JSON.stringify(found ?? missing), { status: found === null ? 404 : 200 }),
        );
      },
    });
    const conversations = new Conversations({
      ...{ me: ME, http, clock, storage: new FakeStorage(), kept: new FakeKept() },
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    directory.learn([PERSON]);
    conversations.start();
    await settled();
    socket?.receive(hello(clock, { chats: [summary({ kind: 'group', title: 'Libros' })] }));
    reminders = new Reminders(http, ME);
    render(RemindersHarness, { conversations, http, directory, reminders });
    await screen.findByRole('button', { name: 'Make an address' });
  }

  const made = () => asked.filter(({ method, path }) => method === 'POST' && path === '/reminders');
  const fired = (fields: Partial<NotificationView>) => {
    const told = { version: 1, excerpt: 'scores', count: 1, at: DUE, read: false };
    reminders.hasFired({ ...told, id: 'n1', kind: 'reminder', reminderId: 'r1', ...fields });
  };

  beforeEach(() => {
    waiting = [];
    feed = null;
    asked = [];
  });

  it('makes one for somebody whom the sentence begins with', async () => {
    await show();
    const what = screen.getByRole('textbox', { name: 'What and when' });
    await userEvent.type(what, '@ana on 1 March to call{Enter}');
    await waitFor(() => {
      expect(made()).toHaveLength(1);
    });
    expect(made()[0]?.body).toMatchObject({ audience: { kind: 'person', userId: ANA } });
    const readings = asked.filter(({ path }) => path === '/reminders/readings');
    expect(readings.at(-1)?.body).toMatchObject({ sentence: 'on 1 March to call' });
    expect(await screen.findAllByText('For Ana Ruiz')).not.toHaveLength(0);
  });

  it('makes one for a chat that is chosen, and for nobody when none is', async () => {
    await show();
    const what = screen.getByRole('textbox', { name: 'What and when' });
    await userEvent.click(screen.getByRole('radio', { name: 'A chat' }));
    await userEvent.type(what, 'on 1 March to call{Enter}');
    await screen.findByText('Say whom you want to be reminded.');
    expect(made()).toEqual([]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Chat' }), 'Libros');
    await userEvent.type(what, '{Enter}');
    await waitFor(() => {
      expect(made()).toHaveLength(1);
    });
    expect(made()[0]?.body).toMatchObject({ audience: { kind: 'chat', chatId: CHAT } });
    expect(await screen.findAllByText('For everybody in Libros')).not.toHaveLength(0);
  });

  it('puts those to come under their days', async () => {
    const [soon, later] = ['2027-03-01T12:00:00Z', '2027-03-05T12:00:00Z'];
    waiting = [
      reminder('a', { next: soon }),
      reminder('b', { next: soon, snoozedUntil: later }),
      reminder('c', { next: later }),
    ];
    await show();
    const region = await screen.findByRole('region', { name: 'To come' });
    const days = within(region).getAllByRole('list');
    expect(days.map((day) => within(day).getAllByRole('listitem').length)).toEqual([1, 2]);
    expect(days[0]).toHaveAccessibleName('Monday, March 1, 2027');
    expect(within(days[1] as HTMLElement).getByText('text of b')).toBeVisible();
  });

  it('shows the address of a feed once, replaces and removes it', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Make an address' }));
    const address = await screen.findByRole('textbox', { name: 'Address for your calendar' });
    expect(address).toHaveValue(`${location.origin}/api/v1/reminders/feed/secret.ics`);
    await userEvent.click(screen.getByRole('button', { name: 'Replace the address' }));
    const posts = () =>
      asked.filter(({ method, path }) => method === 'POST' && path === '/reminders/feed');
    expect(posts()).toHaveLength(1);
    const sure = screen.getByRole('dialog', { name: 'Replace the address' });
    await userEvent.click(within(sure).getByRole('button', { name: 'Replace the address' }));
    await waitFor(() => {
      expect(posts()).toHaveLength(2);
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    await userEvent.click(screen.getByRole('button', { name: 'Remove the address' }));
    const gone = screen.getByRole('dialog', { name: 'Remove the address' });
    await userEvent.click(within(gone).getByRole('button', { name: 'Remove the address' }));
    await screen.findByRole('button', { name: 'Make an address' });
  });

  it('says whose reminder fires, and leaves theirs to them', async () => {
    await show();
    fired({ byId: ANA, chatId: CHAT });
    const region = screen.getByRole('region', { name: 'Reminders that are due' });
    await within(region).findByText('Ana Ruiz reminds everybody in Libros');
    await userEvent.click(within(region).getByRole('button', { name: 'In 10 minutes' }));
    await waitFor(() => {
      expect(made()).toMatchObject([{ body: { text: 'scores' } }]);
    });
    fired({ byId: ANA });
    await within(region).findByText('Ana Ruiz reminds you');
    await userEvent.click(within(region).getByRole('button', { name: 'Done' }));
    await waitFor(() => {
      const read = asked.filter(({ path }) => path === '/notifications/read');
      expect(read).toHaveLength(2);
    });
    expect(asked.some(({ path }) => path.includes('/complete'))).toBe(false);
  });
});
