/** What the service worker tells the pages of this browser. */
export type WorkerMessage =
  /** A notification was followed: it leads here. Its id is null where it has none. */
  | { readonly kind: 'follow'; readonly path: string; readonly notificationId: string | null }
  /** The browser has replaced the subscription to pushes; the suite does not know the new one. */
  | { readonly kind: 'subscription-changed' };

/** What a page tells the service worker: `take-over` lets a newer one do its work at once. */
export interface PageMessage {
  readonly kind: 'take-over';
}

/** What a notification that is shown by the browser carries. */
export interface ShownData {
  readonly notificationId: string | null;
  readonly path: string;
}

/** What is followed into a window that has to be opened says by this parameter which notification it was. */
export const FOLLOWED = 'notification';
