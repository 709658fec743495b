/** A new message of somebody else, to be read out. */
export interface Announcement {
  readonly key: number;
  readonly senderId: string;
  readonly text: string;
}

const KEPT = 10;

/** The last new messages of others, for those who hear rather than see. */
export class Announcements {
  #items = $state.raw<readonly Announcement[]>([]);
  #count = 0;

  get items(): readonly Announcement[] {
    return this.#items;
  }

  add(senderId: string, text: string): void {
    this.#count += 1;
    this.#items = [...this.#items, { key: this.#count, senderId, text }].slice(-KEPT);
  }
}
