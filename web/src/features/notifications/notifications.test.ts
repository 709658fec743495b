import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotificationView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import type { NotificationFrame } from '$platform/realtime';
import { Notifications } from './notifications.svelte';
import { pathOfNotification } from '$platform/navigation';
import { headline } from './notificationText';

/** The inbox as the suite has it. */
class Inbox {
  version = 3;
  items: NotificationView[] = [notification('b', 3), notification('a', 2)];
  down = false;
  readonly asked: string[] = [];
  /** Runs before a page is answered. */
  meanwhile = () => {};

  readonly http = new HttpClient({
    base: '',
    tokens: null,
    fetch: (input, init) => {
      const path = input as string;
      this.asked.push(`${init?.method ?? ''} ${path}`);
      if (this.down) return Promise.resolve(answer({ type: 'x', title: 'x', status: 503 }, 503));
      if (path === '/notifications/unread') return Promise.resolve(answer(this.count()));
      if (path === '/notifications/read') return Promise.resolve(this.#read());
      const page = answer({ items: this.items });
      this.meanwhile();
      return Promise.resolve(page);
    },
  });

  count() {
    const unread = this.items.filter(({ read }) => !read).length;
    return { version: this.version, unread };
  }

  #read(): Response {
    this.items = this.items.map((item) => ({ ...item, read: true }));
    this.version += 1;
    return answer(this.count());
  }
}

function answer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

function notification(id: string, version: number, read = false): NotificationView {
  const at = '2026-11-20T11:00:00Z';
  return { id, version, kind: 'mention', excerpt: id, count: 1, at, read };
}

function added(id: string, version: number, unread: number): NotificationFrame {
  const at = '2026-11-20T11:00:00Z';
  const told = { kind: 'mention', excerpt: id, count: 1, at, version, unread } as const;
  return { op: 'notification.added', notificationId: id, ...told };
}

describe('Notifications', () => {
  let suite: Inbox;
  let inbox: Notifications;
  let reminded: string[];

  beforeEach(() => {
    suite = new Inbox();
    reminded = [];
    inbox = new Notifications(
      suite.http,
      ({ id, kind }) => {
        if (kind === 'reminder') reminded.push(id);
      },
      () => {},
    );
  });

  const shown = () => inbox.list.items.map(({ id, read }) => `${id}${read ? '' : '*'}`);

  it('knows how many are unread, and what is newest, from the live connection on', async () => {
    await inbox.connected();
    expect(inbox.unread).toBe(2);
    inbox.heard(added('c', 4, 3));
    expect(inbox.unread).toBe(3);
    await inbox.show(false);
    inbox.heard(added('d', 5, 4));
    expect(shown()[0]).toBe('d*');
  });

  it('brings one that grows to the front, once', async () => {
    await inbox.connected();
    await inbox.show(false);
    inbox.heard(added('a', 4, 2));
    expect(shown()).toEqual(['a*', 'b*']);
  });

  it('takes no notice of what is older than what it knows', async () => {
    await inbox.connected();
    inbox.heard(added('z', 3, 9));
    expect(inbox.unread).toBe(2);
  });

  it('shows what was read or withdrawn on another device as that', async () => {
    await inbox.connected();
    await inbox.show(false);
    const op = 'notification.settled' as const;
    inbox.heard({ op, version: 4, notificationIds: ['a'], withdrawn: false, unread: 1 });
    expect(shown()).toEqual(['b*', 'a']);
    inbox.heard({ op, version: 5, notificationIds: ['b'], withdrawn: true, unread: 0 });
    expect(shown()).toEqual(['a']);
    expect(inbox.unread).toBe(0);
  });

  it('asks again for what it has missed', async () => {
    await inbox.connected();
    await inbox.show(false);
    suite.items = [notification('e', 6), notification('d', 5), ...suite.items];
    inbox.heard(added('e', 6, 4));
    await vi.waitFor(() => {
      expect(shown()).toEqual(['e*', 'd*', 'b*', 'a*']);
    });
  });

  it('asks again for a page that was on its way when something happened', async () => {
    await inbox.connected();
    suite.meanwhile = () => {
      suite.meanwhile = () => {};
      suite.items = [notification('c', 4), ...suite.items];
      inbox.heard(added('c', 4, 3));
    };
    await inbox.show(false);
    await vi.waitFor(() => {
      expect(shown()).toEqual(['c*', 'b*', 'a*']);
    });
  });

  it('shows what is read at once, and everything again when the suite can not be told', async () => {
    await inbox.connected();
    await inbox.show(false);
    const reading = inbox.readAll();
    expect(shown()).toEqual(['b', 'a']);
    await reading;
    expect(inbox.unread).toBe(0);

    suite.items = [notification('c', 5)];
    inbox.heard(added('c', 5, 1));
    suite.down = true;
    await expect(inbox.read(['c'])).rejects.toThrow();
    suite.down = false;
    await inbox.show(false);
    expect(shown()).toEqual(['c*']);
  });

  it('hands on what comes, such as reminders that fire, whether or not the inbox is looked at', async () => {
    await inbox.connected();
    const fired = added('r', 4, 3) as NotificationFrame & { op: 'notification.added' };
    inbox.heard({ ...fired, kind: 'reminder', reminderId: 'r1' });
    inbox.heard({ ...fired, kind: 'reminder', reminderId: 'r2', byId: 'bruno' });
    expect(reminded).toEqual(['r']);
  });
});

describe('what a notification says', () => {
  const told = (fields: Partial<NotificationView>) => {
    const whole = { ...notification('n', 1), ...fields };
    return `${headline(whole, 'Ana', 'Plaza')} -> ${pathOfNotification(whole)}`;
  };
  const chatId = 'c1';

  it.each([
    [{ kind: 'reminder' } as const, 'Reminder -> /reminders'],
    [{ kind: 'reminder', byId: 'ana' } as const, 'Ana reminds you -> /notifications'],
    [
      { kind: 'reminder', byId: 'ana', chatId } as const,
      'Ana reminds everybody in Plaza -> /chats/c1',
    ],
    [
      { kind: 'reminder', byId: 'ana', chatId, message: 3 } as const,
      'Ana reminds you -> /chats/c1/messages/3',
    ],
    [
      { kind: 'scheduled-message', chatId } as const,
      'Your scheduled message for Plaza was not sent -> /scheduled',
    ],
    [
      { kind: 'mention', chatId, message: 3 } as const,
      'Ana mentioned you in Plaza -> /chats/c1/messages/3',
    ],
  ])('is where it leads to: %j', (fields, said) => {
    expect(told(fields)).toBe(said);
  });
});
