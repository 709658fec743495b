import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownData, WorkerMessage } from '$platform/worker/messages';
import { Notices, type AppWindow, type NoticeOptions, type ShownNotice } from './notices';
import type { Told } from './payload';
import { textsOf } from './texts';

class Notice implements ShownNotice {
  readonly title: string;
  readonly options: NoticeOptions;
  readonly #close: (notice: Notice) => void;

  constructor(title: string, options: NoticeOptions, close: (notice: Notice) => void) {
    this.title = title;
    this.options = options;
    this.#close = close;
  }
  get tag(): string {
    return this.options.tag ?? '';
  }
  get data(): unknown {
    return this.options.data;
  }
  close(): void {
    this.#close(this);
  }
}

/** A browser that shows notifications as the standard says: one of a tag at a time. */
class Browser {
  shown: Notice[] = [];
  windows: AppWindow[] = [];
  badge: number | null = null;
  language: 'es' | 'en' = 'en';
  readonly opened: string[] = [];
  readonly #later: (() => void)[] = [];

  readonly notices = new Notices({
    show: (title, options) => {
      const others = this.shown.filter(({ tag }) => tag === '' || tag !== options.tag);
      this.shown = [...others, new Notice(title, options, this.#close)];
      return Promise.resolve();
    },
    shown: () => Promise.resolve([...this.shown]),
    windows: () => Promise.resolve(this.windows),
    openWindow: (path) => Promise.resolve(this.opened.push(path)),
    badge: (count) => {
      this.badge = count;
      return Promise.resolve();
    },
    later: (_ms, run) => this.#later.push(run),
    texts: () => Promise.resolve(textsOf(this.language)),
  });

  readonly #close = (notice: Notice) => {
    this.shown = this.shown.filter((one) => one !== notice);
  };

  async timePasses(): Promise<void> {
    for (const run of this.#later.splice(0)) run();
    await Promise.resolve();
    await Promise.resolve();
  }

  get texts(): string[] {
    return this.shown.map(({ title, options: { body } }) => `${title}: ${body ?? ''}`);
  }
}

class Window implements AppWindow {
  focused = false;
  visibilityState: DocumentVisibilityState = 'hidden';
  readonly told: WorkerMessage[] = [];
  focus(): Promise<unknown> {
    this.focused = true;
    return Promise.resolve();
  }
  postMessage(message: WorkerMessage): void {
    this.told.push(message);
  }
}

function told(id: string, fields: Partial<Told> = {}): Told {
  const words = { title: 'Ana in Plaza', body: 'Hello', path: '/chats/c/messages/12' };
  return { kind: 'told', notificationId: id, tag: `burst-${id}`, ...words, unread: 1, ...fields };
}

describe('Notices', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
  });

  it('shows what is told, and how much is unread', async () => {
    await browser.notices.pushed(told('n1', { unread: 4 }));
    expect(browser.texts).toEqual(['Ana in Plaza: Hello']);
    expect(browser.badge).toBe(4);
    expect(browser.shown[0]?.options).toMatchObject({ renotify: true, silent: false });
  });

  it('puts what a burst has grown to in the place of what it was', async () => {
    await browser.notices.pushed(told('n1', { tag: 'b' }));
    await browser.notices.pushed(told('n1', { tag: 'b', body: 'Hello again' }));
    expect(browser.texts).toEqual(['Ana in Plaza: Hello again']);
  });

  it('says no more than that there is something when it is told no more', async () => {
    browser.language = 'es';
    await browser.notices.pushed(told('n1', { title: null, body: null, unread: 2 }));
    expect(browser.texts).toEqual(['Tertulia: 2 notificaciones sin leer']);
  });

  it('shows something even of what it can not read', async () => {
    const nothing = { title: null, body: null, tag: null, unread: null, notificationId: null };
    await browser.notices.pushed({ kind: 'told', path: '/notifications', ...nothing });
    expect(browser.texts).toEqual(['There is something new: ']);
    expect(browser.shown[0]?.options.renotify).toBeUndefined();
  });

  it('makes no noise at who is looking', async () => {
    browser.windows = [Object.assign(new Window(), { focused: true })];
    await browser.notices.pushed(told('n1'));
    expect(browser.shown[0]?.options.silent).toBe(true);
  });

  it('takes away what was read elsewhere, and leaves the rest', async () => {
    await browser.notices.pushed(told('n1'));
    await browser.notices.pushed(told('n2', { title: 'Leo' }));
    await browser.notices.pushed({ kind: 'settled', notificationIds: ['n1'], unread: 1 });
    expect(browser.texts).toEqual(['Leo: Hello']);
    expect(browser.badge).toBe(1);
  });

  it('says in silence that all was read elsewhere, since the browser wants to see something', async () => {
    await browser.notices.pushed(told('n1'));
    await browser.notices.pushed({ kind: 'settled', notificationIds: ['n1'], unread: 0 });
    expect(browser.texts).toEqual(['Tertulia: Read on another device']);
    expect(browser.shown[0]?.options).toMatchObject({ silent: true, tag: 'burst-n1' });
    await browser.timePasses();
    expect(browser.texts).toEqual([]);
  });

  it('leaves what has come meanwhile in the place of that', async () => {
    await browser.notices.pushed(told('n1', { tag: 'b' }));
    await browser.notices.pushed({ kind: 'settled', notificationIds: ['n1'], unread: 0 });
    await browser.notices.pushed(told('n2', { tag: 'b', body: 'New' }));
    await browser.timePasses();
    expect(browser.texts).toEqual(['Ana in Plaza: New']);
  });

  it('says nothing of it to who sees the application', async () => {
    browser.windows = [Object.assign(new Window(), { visibilityState: 'visible' as const })];
    await browser.notices.pushed(told('n1'));
    await browser.notices.pushed({ kind: 'settled', notificationIds: ['n1'], unread: 0 });
    expect(browser.texts).toEqual([]);
  });

  it('leads a window that is open to where it was called, the one in sight first', async () => {
    const hidden = new Window();
    const visible = Object.assign(new Window(), { visibilityState: 'visible' as const });
    browser.windows = [hidden, visible];
    const data: ShownData = { notificationId: 'n1', path: '/chats/c/messages/12' };
    await browser.notices.followed(data);
    expect(visible.told).toEqual([{ kind: 'follow', ...data }]);
    expect(visible.focused).toBe(true);
    expect(hidden.told).toEqual([]);
    expect(browser.opened).toEqual([]);
  });

  it('leads there also where the browser lets nothing come to the front', async () => {
    const window = new Window();
    window.focus = () => Promise.reject(new DOMException('no', 'InvalidAccessError'));
    browser.windows = [window];
    await browser.notices.followed({ notificationId: null, path: '/reminders' });
    expect(window.told).toHaveLength(1);
  });

  it('opens a window where there is none, and never one of another place', async () => {
    await browser.notices.followed({ notificationId: 'n1', path: '/chats/c' });
    await browser.notices.followed({ path: 'https://elsewhere.example' });
    await browser.notices.followed(null);
    expect(browser.opened).toEqual([
      '/chats/c?notification=n1',
      '/notifications',
      '/notifications',
    ]);
  });
});
