import {
  keyOf,
  type ChatPicture,
  type PicturedMessage,
  type PictureSequence,
} from './chatPictures.svelte';
import { ZoomModel } from './zoomModel.svelte';

/** Who sent a picture, when, and what they said it shows. */
export interface PictureStory {
  readonly senderId: string;
  readonly postedAt: string;
  readonly alt: string | null;
}

export type FindMessage = (seq: number) => Promise<PicturedMessage | null>;

/** Which of a chat's pictures is looked at. */
export class ViewerModel {
  readonly #sequence: PictureSequence;
  readonly #find: FindMessage;
  #key = $state('');
  #last = $state.raw<ChatPicture | null>(null);
  #going = $state(false);
  #zoom = $state.raw(new ZoomModel());
  #stories = $state.raw<ReadonlyMap<number, PicturedMessage>>(new Map());
  readonly #asked = new Set<number>();
  readonly index: number = $derived.by(() =>
    this.#sequence.items.findIndex((item) => keyOf(item) === this.#key),
  );
  /** The one that is looked at; one whose message went away meanwhile stays until somebody goes on. */
  readonly current: ChatPicture | null = $derived.by(
    () => this.#sequence.items[this.index] ?? this.#last,
  );

  constructor(sequence: PictureSequence, at: ChatPicture, find: FindMessage) {
    this.#sequence = sequence;
    this.#find = find;
    this.#look(at);
  }

  /** How the current one stands; each is seen as a whole first. */
  get zoom(): ZoomModel {
    return this.#zoom;
  }

  get count(): number {
    return this.#sequence.items.length;
  }

  /** There may be more than are counted. */
  get isOpenEnded(): boolean {
    return this.#sequence.hasOlder;
  }

  /** Those before the first are on their way. */
  get going(): boolean {
    return this.#going;
  }

  get hasPrevious(): boolean {
    return this.#before >= 0 || this.#sequence.hasOlder;
  }

  get hasNext(): boolean {
    return this.#after < this.count;
  }

  /** Who sent the current one, and what it shows; null as long as that is not known. */
  get story(): PictureStory | null {
    const { current } = this;
    if (current === null) return null;
    const { seq, attachment, senderId, postedAt } = current;
    const message = this.#stories.get(seq);
    const sent = message?.attachments?.find(({ mediaId }) => mediaId === attachment.mediaId);
    const alt = attachment.alt ?? sent?.alt ?? null;
    if (senderId !== undefined && postedAt !== undefined) return { senderId, postedAt, alt };
    if (message === undefined) return null;
    return { senderId: message.senderId, postedAt: message.postedAt, alt };
  }

  async previous(): Promise<void> {
    if (this.#going) return;
    if (this.#before < 0 && this.#sequence.hasOlder) {
      this.#going = true;
      await this.#sequence.older();
      this.#going = false;
    }
    this.#look(this.#sequence.items[this.#before]);
  }

  next(): void {
    this.#look(this.#sequence.items[this.#after]);
  }

  /** Where the one before stands; of one that went away, the one sent before it. */
  get #before(): number {
    if (this.index >= 0) return this.index - 1;
    const seq = this.#last?.seq ?? 0;
    return this.#sequence.items.findLastIndex((item) => item.seq < seq);
  }

  get #after(): number {
    return this.index >= 0 ? this.index + 1 : this.#before + 1;
  }

  #look(at: ChatPicture | undefined): void {
    if (at === undefined) return;
    if (keyOf(at) !== this.#key) this.#zoom = new ZoomModel();
    this.#last = at;
    this.#key = keyOf(at);
    if (at.senderId === undefined) void this.#learn(at.seq);
  }

  async #learn(seq: number): Promise<void> {
    if (this.#asked.has(seq)) return;
    this.#asked.add(seq);
    const message = await this.#find(seq);
    if (message !== null) this.#stories = new Map(this.#stories).set(seq, message);
  }
}
