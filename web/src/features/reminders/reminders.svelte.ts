import { createContext } from 'svelte';
import type { NotificationView, ReminderView } from '$platform/api/types';
import { PagedList } from '$platform/async';
import type { HttpClient } from '$platform/http';
import {
  changeReminder,
  completeReminder,
  createReminder,
  deleteReminder,
  fetchReminders,
  skipReminder,
  snoozeReminder,
  type NewReminder,
} from './remindersApi';

/** How many that have just fired are shown at a time; the inbox has them all. */
const MAX_FIRED = 3;

/** A reminder that has just fired and is shown above whatever is on the page. */
export interface Fired {
  readonly notificationId: string;
  readonly reminderId: string;
  readonly text: string;
  /** Whose it is; null when it is mine. */
  readonly byId: string | null;
  /** The chat that all of are reminded; null when it is for me alone, or not known. */
  readonly chatId: string | null;
}

/** My reminders: those that wait, those that have fired and were not seen to, and those that are done. */
export class Reminders {
  readonly waiting: PagedList<ReminderView>;
  readonly told: PagedList<ReminderView>;
  readonly completed: PagedList<ReminderView>;
  readonly #http: HttpClient;
  readonly #me: string;
  #fired = $state.raw<readonly Fired[]>([]);
  #shown = false;

  constructor(http: HttpClient, me: string) {
    this.#http = http;
    this.#me = me;
    const listOf = (state: ReminderView['state']) =>
      new PagedList<ReminderView>((_query, cursor, signal) =>
        fetchReminders(http, state, cursor, signal),
      );
    this.waiting = listOf('waiting');
    this.told = listOf('fired');
    this.completed = listOf('completed');
  }

  /** Have just fired, the newest first. */
  get fired(): readonly Fired[] {
    return this.#fired;
  }

  /** One has fired. */
  hasFired(notification: NotificationView): void {
    const { id, reminderId, excerpt, byId = this.#me, chatId, message } = notification;
    if (reminderId === undefined) return;
    const others = this.#fired.filter((one) => one.reminderId !== reminderId);
    const one: Fired = {
      ...{ notificationId: id, reminderId, text: excerpt },
      byId: byId === this.#me ? null : byId,
      chatId: message === undefined ? (chatId ?? null) : null,
    };
    this.#fired = [one, ...others].slice(0, MAX_FIRED);
    this.#refresh();
  }

  /** Notifications were seen to, on some device. */
  settled(notificationIds: readonly string[]): void {
    const left = this.#fired.filter((one) => !notificationIds.includes(one.notificationId));
    if (left.length === this.#fired.length) return;
    this.#fired = left;
    this.#refresh();
  }

  async show(): Promise<void> {
    this.#shown = true;
    await Promise.all([this.waiting.load(), this.told.load(), this.completed.load()]);
  }

  hide(): void {
    this.#shown = false;
    for (const list of [this.waiting, this.told, this.completed]) list.clear();
  }

  /** Fails as the HttpClient does, as all of the following do; the same key never makes two. */
  async create(reminder: NewReminder, key: string): Promise<ReminderView> {
    const made = await createReminder(this.#http, reminder, key);
    this.#refresh();
    return made;
  }

  async change(
    reminder: ReminderView,
    change: Partial<{ text: string; dueAt: string }>,
  ): Promise<void> {
    await changeReminder(this.#http, reminder, change);
    this.#refresh();
  }

  async snooze(id: string, until: Date): Promise<void> {
    await snoozeReminder(this.#http, id, until);
    this.#seenTo(id);
  }

  async skip(id: string): Promise<void> {
    await skipReminder(this.#http, id);
    this.#refresh();
  }

  async complete(id: string): Promise<void> {
    await completeReminder(this.#http, id);
    this.#seenTo(id);
  }

  async remove(id: string): Promise<void> {
    await deleteReminder(this.#http, id);
    this.#seenTo(id);
  }

  dispose(): void {
    for (const list of [this.waiting, this.told, this.completed]) list.dispose();
  }

  #seenTo(reminderId: string): void {
    this.#fired = this.#fired.filter((one) => one.reminderId !== reminderId);
    this.#refresh();
  }

  #refresh(): void {
    if (this.#shown) void this.show();
  }
}

/** The reminders of the person who is signed in. */
export const [useReminders, provideReminders] = createContext<Reminders>();
