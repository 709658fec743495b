import { isDeleted, messageOf, type Conversations } from '$features/conversations';
import type { ShownAttachment } from '$features/media';
import { LIVE_MS, shownText, type ShownText, type Translations } from '$features/translation';
import type { MessageView } from '$platform/api/types';
import { browserClock, type LogEntry, type RealtimeClock } from '$platform/realtime';

/** A new message of somebody else, to be read out. */
export interface Announcement extends ShownText {
  readonly key: number;
  readonly senderId: string;
  readonly attachments: readonly ShownAttachment[];
}

interface Waiting {
  readonly key: number;
  readonly message: MessageView;
}

export interface AnnouncementsOptions {
  readonly translations: Pick<Translations, 'of' | 'languageOf' | 'showsOriginal' | 'want'>;
  readonly clock: Pick<RealtimeClock, 'after'>;
  /** A message as it stands now; undefined where it is not known any more. */
  readonly find: (seq: number) => MessageView | undefined;
}

type Posted = Extract<LogEntry, { readonly type: 'message.posted' }>;

const KEPT = 10;

/**
 * The last new messages of others, for those who hear rather than see: in the order in which they were said, and in the
 * language in which they are read. One whose translation does not come within a moment is read out as it was written.
 */
export class Announcements {
  readonly #options: AnnouncementsOptions;
  #waiting = $state.raw<readonly Waiting[]>([]);
  #items = $state.raw<readonly Announcement[]>([]);
  #count = 0;
  /** Up to here nothing waits any longer. */
  #due = $state(0);

  constructor(options: AnnouncementsOptions) {
    this.#options = options;
  }

  get items(): readonly Announcement[] {
    return this.#items;
  }

  add(entry: Posted): void {
    const { translations, clock } = this.#options;
    const key = (this.#count += 1);
    const message = messageOf(entry);
    this.#waiting = [...this.#waiting, { key, message }];
    if (translations.languageOf(message) === null) return;
    const outOfSight = translations.want(message);
    clock.after(LIVE_MS, () => {
      this.#due = key;
      outOfSight();
    });
  }

  /** Reads out what waits for nothing, and nothing before it does. To be called again when what it reads changes. */
  release(): void {
    const ready: Announcement[] = [];
    let count = 0;
    for (const { key, message } of this.#waiting) {
      const now = this.#options.find(message.seq) ?? message;
      if (key > this.#due && this.#isAwaited(now)) break;
      count += 1;
      if (!isDeleted(now)) ready.push(this.#spoken(key, now));
    }
    if (count === 0) return;
    this.#waiting = this.#waiting.slice(count);
    this.#items = [...this.#items, ...ready].slice(-KEPT);
  }

  #isAwaited(message: MessageView): boolean {
    const { translations } = this.#options;
    if (message.text === '' || translations.languageOf(message) === null) return false;
    const known = translations.of(message);
    return known === null || known.kind === 'asked';
  }

  #spoken(key: number, message: MessageView): Announcement {
    const { senderId, attachments = null } = message;
    const shown = shownText(message, this.#options.translations);
    return { key, senderId, attachments: attachments ?? [], ...shown };
  }
}

export function announcementsOf(
  conversations: Pick<Conversations, 'message'>,
  translations: Translations,
  chatId: string,
): Announcements {
  const find = (seq: number) => conversations.message(chatId, seq);
  return new Announcements({ translations, clock: browserClock, find });
}
