import { SvelteMap } from 'svelte/reactivity';
import type { DraftView } from '$platform/api/types';
import type { RealtimeClock } from '$platform/realtime';
import type { KeyedStorage } from '$platform/storage/keyedStorage';

/** What was typed and not sent. */
export interface Draft {
  readonly text: string;
  readonly replyTo: number | null;
}

/** What a draft became in another language, and what it was before. */
export interface TranslatedDraft {
  readonly written: string;
  readonly text: string;
  readonly language: string;
  readonly engine: string;
}

interface Kept extends Draft {
  /** The server's version that this one was typed over. */
  readonly version: number;
  /** Typed here, and not on the server yet. */
  readonly dirty: boolean;
  /** Known where it was translated only. */
  readonly translated?: TranslatedDraft;
}

export interface DraftsOptions {
  readonly storage: KeyedStorage;
  readonly clock: RealtimeClock;
  /** Keeps a draft on the server, over the version known here; fails as the HttpClient does. */
  readonly write: (
    place: { readonly chatId: string; readonly thread: number | null },
    draft: Draft & { readonly baseVersion: number },
  ) => Promise<DraftView>;
}

const PREFIX = 'draft.';
/** The server is told when nothing was typed for this long. */
const QUIET_MS = 1_000;
const NOTHING: Kept = { text: '', replyTo: null, version: 0, dirty: false };

/**
 * What was typed and not sent, per chat and thread: kept here at each keystroke, also over a reload, and synced with
 * my other devices. What was typed here is never overwritten: a newer draft of another device is offered.
 */
export class Drafts {
  readonly #options: DraftsOptions;
  readonly #drafts = new SvelteMap<string, Kept>();
  /** Newer drafts of other devices, where something else was typed here. */
  readonly #offers = new SvelteMap<string, Kept>();
  readonly #timers = new Map<string, () => void>();
  /** Places that are being told: one write of a draft at a time. */
  readonly #telling = new Set<string>();

  constructor(options: DraftsOptions) {
    this.#options = options;
    for (const key of options.storage.keys(PREFIX)) {
      const kept = readKept(options.storage.get(key));
      if (kept !== null) this.#drafts.set(key.slice(PREFIX.length), kept);
    }
  }

  read(place: string): Draft {
    return this.#drafts.get(place) ?? NOTHING;
  }

  /** The newer draft of another device, when there is one. */
  offer(place: string): Draft | null {
    return this.#offers.get(place) ?? null;
  }

  write(place: string, text: string, replyTo: number | null = null): void {
    const known = this.#drafts.get(place) ?? NOTHING;
    if (known.text === text && known.replyTo === replyTo) return;
    const { version } = known;
    this.#put(place, { text, replyTo, version, dirty: true, ...translationOf(known, text) });
    this.#tellSoon(place);
  }

  /** What a draft was before it was translated, until nothing is left of it or it is that again; null otherwise. */
  translated(place: string): TranslatedDraft | null {
    return this.#drafts.get(place)?.translated ?? null;
  }

  /** Keeps what a draft was, or forgets it. */
  keepTranslated(place: string, translated: TranslatedDraft | null): void {
    const { translated: before, ...known } = this.#drafts.get(place) ?? NOTHING;
    if (translated !== null) this.#put(place, { ...known, translated });
    else if (before !== undefined) this.#put(place, known);
  }

  /** Takes the offered draft in place of what is here. */
  accept(place: string): Draft {
    const offered = this.#offers.get(place);
    this.#offers.delete(place);
    if (offered !== undefined) {
      this.#put(place, offered);
      if (offered.dirty) this.#tellSoon(place);
    }
    return this.read(place);
  }

  decline(place: string): void {
    const offered = this.#offers.get(place);
    this.#offers.delete(place);
    const known = this.#drafts.get(place) ?? NOTHING;
    if (offered === undefined) return;
    this.#put(place, { ...known, version: offered.version, dirty: true });
    this.#tellSoon(place);
  }

  /** All drafts of the server, asked for after a hello; those of this device that it lacks are told. */
  synced(drafts: readonly DraftView[]): void {
    for (const draft of drafts) this.heard(draft);
    for (const [place, draft] of this.#drafts) if (draft.dirty) void this.#tell(place);
  }

  /** Another device wrote. */
  heard(draft: DraftView): void {
    const place = placeOf(draft.chatId, draft.thread ?? null);
    const known = this.#drafts.get(place) ?? NOTHING;
    const { text, version } = draft;
    if (version <= known.version) return;
    const replyTo = draft.replyTo ?? null;
    const same = known.text === text ? translationOf(known, text) : {};
    const theirs: Kept = { text, replyTo, version, dirty: false, ...same };
    if (!known.dirty || known.text.trim() === '' || known.text === text) this.#put(place, theirs);
    else if (text.trim() === '') this.#put(place, { ...known, version });
    else this.#offers.set(place, theirs);
  }

  dispose(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #tellSoon(place: string): void {
    this.#timers.get(place)?.();
    const cancel = this.#options.clock.after(QUIET_MS, () => {
      this.#timers.delete(place);
      void this.#tell(place);
    });
    this.#timers.set(place, cancel);
  }

  async #tell(place: string): Promise<void> {
    if (this.#telling.has(place)) return;
    this.#telling.add(place);
    const { text, replyTo, version: baseVersion } = this.#drafts.get(place) ?? NOTHING;
    const [chatId = '', thread] = place.split('/');
    try {
      const where = { chatId, thread: thread === undefined ? null : Number(thread) };
      const answer = await this.#options.write(where, { text, replyTo, baseVersion });
      this.#told(place, { text, replyTo }, answer);
    } catch {
      // It is kept here, and told after the next keystroke or connection.
    } finally {
      this.#telling.delete(place);
    }
  }

  /** The server has it; what was typed meanwhile is told next. */
  #told(place: string, sent: Draft, answer: DraftView): void {
    const known = this.#drafts.get(place) ?? NOTHING;
    const unchanged = known.text === sent.text && known.replyTo === sent.replyTo;
    const version = Math.max(known.version, answer.version);
    this.#put(place, { ...known, version, dirty: !unchanged });
    if (!unchanged && !this.#timers.has(place)) this.#tellSoon(place);
    const replaced = answer.replaced ?? null;
    if (replaced === null || replaced.text.trim() === '') return;
    const { text, replyTo = null } = replaced;
    this.#offers.set(place, { text, replyTo, version, dirty: true });
  }

  #put(place: string, kept: Kept): void {
    const { storage } = this.#options;
    if (kept.text === '' && !kept.dirty) {
      this.#drafts.delete(place);
      storage.remove(PREFIX + place);
      return;
    }
    this.#drafts.set(place, kept);
    storage.set(PREFIX + place, JSON.stringify(kept));
  }
}

/** Where a draft belongs: a chat, or a thread of it. */
export function placeOf(chatId: string, thread: number | null): string {
  return thread === null ? chatId : `${chatId}/${String(thread)}`;
}

/** What stays known of a translated draft when it comes to say something. */
function translationOf({ translated }: Kept, text: string): Pick<Kept, 'translated'> {
  if (translated === undefined || text.trim() === '' || text === translated.written) return {};
  return { translated };
}

function readKept(value: string | null): Kept | null {
  if (value === null) return null;
  try {
    const kept = JSON.parse(value) as Partial<Kept> | null;
    if (typeof kept?.text === 'string') return { ...NOTHING, ...kept };
  } catch {
    // Not ours of today: text as it was typed.
  }
  return { ...NOTHING, text: value, dirty: true };
}
