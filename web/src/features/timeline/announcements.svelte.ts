import type { ShownAttachment } from '$features/media';
import type { LogEntry } from '$platform/realtime';

/** A new message of somebody else, to be read out. */
export interface Announcement {
  readonly key: number;
  readonly senderId: string;
  readonly text: string;
  readonly attachments: readonly ShownAttachment[];
}

type Posted = Extract<LogEntry, { readonly type: 'message.posted' }>;

const KEPT = 10;

/** The last new messages of others, for those who hear rather than see. */
export class Announcements {
  #items = $state.raw<readonly Announcement[]>([]);
  #count = 0;

  get items(): readonly Announcement[] {
    return this.#items;
  }

  add({ senderId, text, attachments }: Posted): void {
    this.#count += 1;
    const item = { key: this.#count, senderId, text, attachments: attachments ?? [] };
    this.#items = [...this.#items, item].slice(-KEPT);
  }
}
