import { createContext } from 'svelte';
import type { NotificationView, UnreadView } from '$platform/api/types';
import { PagedList } from '$platform/async';
import type { HttpClient } from '$platform/http';
import type { NotificationFrame } from '$platform/realtime';
import { fetchNotifications, fetchUnread, readNotifications } from './notificationsApi';

/** Which of them the list shows; a query of the PagedList. */
const UNREAD = 'unread';

/**
 * My inbox, as far as this page knows it: how many are unread, always; and the newest ones, while they are looked at. What
 * is read on another device is read here at once.
 */
export class Notifications {
  readonly list: PagedList<NotificationView>;
  readonly #http: HttpClient;
  readonly #told: (notification: NotificationView) => void;
  readonly #settled: (ids: readonly string[]) => void;
  #unread = $state(0);
  /** Of the inbox that `unread` belongs to. */
  #version = -1;
  #shown = false;

  /**
   * @param told one has just come, or grown
   * @param settled some have been seen to, here or elsewhere
   */
  constructor(
    http: HttpClient,
    told: (notification: NotificationView) => void,
    settled: (ids: readonly string[]) => void,
  ) {
    this.#http = http;
    this.#told = told;
    this.#settled = settled;
    this.list = new PagedList((query, cursor, signal) =>
      fetchNotifications(http, query === UNREAD, cursor, signal),
    );
  }

  get unread(): number {
    return this.#unread;
  }

  /** The live connection stands: what changed without it is asked for. */
  async connected(): Promise<void> {
    if (this.#shown) void this.list.load();
    try {
      this.#count(await fetchUnread(this.#http));
    } catch {
      // What is shown stays, and may be old; the next change or connection tells.
    }
  }

  /** What the live connection says of my inbox; repeats and what is older than what is known change nothing. */
  heard(frame: NotificationFrame): void {
    if (frame.version <= this.#version) return;
    const missed = this.#version >= 0 && frame.version > this.#version + 1;
    this.#count(frame);
    if (frame.op === 'notification.added') this.#add(frame);
    else this.#settle(frame.notificationIds, frame.withdrawn);
    // A page that is on its way may be of before this.
    if (this.#shown && (missed || this.list.loading)) void this.list.load();
  }

  /** Shows the list, begun anew. */
  async show(onlyUnread: boolean): Promise<void> {
    this.#shown = true;
    await this.list.load(onlyUnread ? UNREAD : '');
  }

  hide(): void {
    this.#shown = false;
    this.list.clear();
  }

  /** Marks these as read: at once here, and everywhere when the suite has it. */
  async read(ids: readonly string[]): Promise<void> {
    this.#settle(ids, false);
    await this.#tell({ ids });
  }

  async readAll(): Promise<void> {
    this.#settle(
      this.list.items.map(({ id }) => id),
      false,
    );
    await this.#tell({ all: true });
  }

  dispose(): void {
    this.list.dispose();
  }

  /** Fails as the HttpClient does; what was shown as read is as the suite has it then. */
  async #tell(which: { readonly ids: readonly string[] } | { readonly all: true }): Promise<void> {
    try {
      this.#count(await readNotifications(this.#http, which));
    } catch (error) {
      if (this.#shown) void this.list.load();
      throw error;
    }
  }

  #count({ version, unread }: UnreadView): void {
    if (version < this.#version) return;
    this.#version = version;
    this.#unread = unread;
  }

  #add(frame: NotificationFrame & { readonly op: 'notification.added' }): void {
    const { notificationId, ...told } = frame;
    const notification = { ...told, id: notificationId, read: false };
    if (this.#shown) {
      this.list.replace((items) => [
        notification,
        ...items.filter(({ id }) => id !== notificationId),
      ]);
    }
    this.#told(notification);
  }

  #settle(ids: readonly string[], withdrawn: boolean): void {
    const which = new Set(ids);
    this.list.replace((items) =>
      withdrawn
        ? items.filter(({ id }) => !which.has(id))
        : items.map((item) => (which.has(item.id) ? { ...item, read: true } : item)),
    );
    this.#settled(ids);
  }
}

/** The inbox of the person who is signed in. */
export const [useNotifications, provideNotifications] = createContext<Notifications>();
