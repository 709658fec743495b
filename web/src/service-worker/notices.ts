import { FOLLOWED, type ShownData, type WorkerMessage } from '$platform/worker/messages';
import type { Settled, Told } from './payload';
import type { WorkerTexts } from './texts';

/** What browsers take and the library of types does not know yet. */
export interface NoticeOptions extends NotificationOptions {
  readonly renotify?: boolean;
}

/** One that the browser shows. */
export interface ShownNotice {
  readonly tag: string;
  readonly data: unknown;
  close(): void;
}

/** A window of the application. */
export interface AppWindow {
  readonly focused: boolean;
  readonly visibilityState: DocumentVisibilityState;
  focus(): Promise<unknown>;
  postMessage(message: WorkerMessage): void;
}

/** What of the browser is needed to tell somebody something. */
export interface NoticePorts {
  show(title: string, options: NoticeOptions): Promise<void>;
  shown(): Promise<readonly ShownNotice[]>;
  windows(): Promise<readonly AppWindow[]>;
  openWindow(path: string): Promise<unknown>;
  /** The number at the icon of the application; where there is none, nothing. */
  badge(count: number): Promise<void>;
  /** After this many milliseconds, as long as the worker lives. */
  later(ms: number, run: () => void): void;
  texts(): Promise<WorkerTexts>;
}

const ICONS = { icon: '/icons/icon-192.png', badge: '/icons/badge-96.png' } as const;
const NAME = 'Tertulia';
/** Of the one that says that there is nothing to be told any more. */
const ELSEWHERE = 'tertulia.elsewhere';
/** Long enough for the browser to have seen it when it counts what a push has shown. Guessed. */
const ELSEWHERE_MS = 1_500;

/**
 * What the browser shows of the suite. Every push shows something, or the browser takes the right to push away: one that
 * says that all was read elsewhere is silent, and gone in a moment.
 */
export class Notices {
  readonly #ports: NoticePorts;

  constructor(ports: NoticePorts) {
    this.#ports = ports;
  }

  async pushed(push: Told | Settled): Promise<void> {
    if (push.unread !== null) await this.#ports.badge(push.unread);
    if (push.kind === 'told') await this.#tell(push);
    else await this.#settle(push);
  }

  /** Leads to what a notification is about: in a window that is open, else in a new one. */
  async followed(data: unknown): Promise<void> {
    const { path, notificationId } = shownDataOf(data);
    const window = best(await this.#ports.windows());
    if (window === undefined) {
      await this.#ports.openWindow(addressOf(path, notificationId));
      return;
    }
    window.postMessage({ kind: 'follow', path, notificationId });
    await window.focus().catch(() => {
      // Where the browser does not let it come to the front, it has gone where it should all the same.
    });
  }

  /** The subscription is another one: a window that is open can tell the suite, the next one will. */
  async subscriptionChanged(): Promise<void> {
    for (const window of await this.#ports.windows()) {
      window.postMessage({ kind: 'subscription-changed' });
    }
  }

  async #tell({ title, body, tag, path, notificationId, unread }: Told): Promise<void> {
    const texts = await this.#ports.texts();
    const windows = await this.#ports.windows();
    const words = title === null && unread !== null ? texts.unread(unread) : body;
    await this.#ports.show(title ?? (unread === null ? texts.news : NAME), {
      ...ICONS,
      ...(words === null ? {} : { body: words }),
      // One that replaces another makes itself heard as the first did.
      ...(tag === null ? {} : { tag, renotify: true }),
      // Who is looking at the application sees it there.
      silent: windows.some(({ focused }) => focused),
      data: { notificationId, path } satisfies ShownData,
    });
  }

  async #settle({ notificationIds }: Settled): Promise<void> {
    const ids = new Set<unknown>(notificationIds);
    const shown = await this.#ports.shown();
    const settled = shown.filter(({ data }) => ids.has(shownDataOf(data).notificationId));
    const windows = await this.#ports.windows();
    const seen = windows.some(({ visibilityState }) => visibilityState === 'visible');
    const last = !seen && shown.length === settled.length;
    // What takes the place of one that is shown comes in without a sound or a movement.
    const place = last ? settled.find(({ tag }) => tag !== '')?.tag : undefined;
    for (const notice of settled) if (notice.tag === '' || notice.tag !== place) notice.close();
    if (last) await this.#sayElsewhere(place ?? ELSEWHERE);
  }

  async #sayElsewhere(tag: string): Promise<void> {
    const { elsewhere } = await this.#ports.texts();
    const data: ShownData = { notificationId: null, path: '/notifications' };
    await this.#ports.show(NAME, { ...ICONS, body: elsewhere, tag, silent: true, data });
    this.#ports.later(ELSEWHERE_MS, () => void this.#forgetElsewhere(tag));
  }

  /** Unless something to be told has come in its place. */
  async #forgetElsewhere(tag: string): Promise<void> {
    for (const notice of await this.#ports.shown()) {
      if (notice.tag === tag && shownDataOf(notice.data).notificationId === null) notice.close();
    }
  }
}

/** The window that the person is most likely to mean. */
function best(windows: readonly AppWindow[]): AppWindow | undefined {
  return (
    windows.find(({ focused }) => focused) ??
    windows.find(({ visibilityState }) => visibilityState === 'visible') ??
    windows[0]
  );
}

function addressOf(path: string, notificationId: string | null): string {
  return notificationId === null
    ? path
    : `${path}?${FOLLOWED}=${encodeURIComponent(notificationId)}`;
}

/** What a notification carries; what somebody else has made leads to the inbox. */
function shownDataOf(data: unknown): ShownData {
  const fields = (typeof data === 'object' && data !== null ? data : {}) as Partial<
    Record<keyof ShownData, unknown>
  >;
  const { path, notificationId } = fields;
  return {
    path: typeof path === 'string' && path.startsWith('/') ? path : '/notifications',
    notificationId: typeof notificationId === 'string' ? notificationId : null,
  };
}
