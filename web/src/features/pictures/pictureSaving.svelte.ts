import { uploadPicture, type PictureSuite } from './pictureUpload';

/** Takes the picture that is ready for use to where it belongs. */
export type PictureUse = (mediaId: string, signal: AbortSignal) => Promise<unknown>;

/**
 * A picture on its way to where it belongs: drawn, sent, looked into, used. When that fails, what was done of it is not
 * done again for the same choice.
 */
export class PictureSaving {
  readonly #suite: PictureSuite;
  readonly #use: PictureUse;
  #step = $state<'idle' | 'uploading' | 'using'>('idle');
  #share = $state(0);
  #error = $state.raw<unknown>(null);
  #stop: AbortController | null = null;
  /** What the suite has, and has no use for yet. */
  #uploaded: { readonly choice: object; readonly mediaId: string } | null = null;

  constructor(suite: PictureSuite, use: PictureUse) {
    this.#suite = suite;
    this.#use = use;
  }

  get busy(): boolean {
    return this.#step !== 'idle';
  }

  /** The share that is sent; null when it is not being sent: it is looked into, or put into use. */
  get sending(): number | null {
    return this.#step === 'uploading' && this.#share < 1 ? this.#share : null;
  }

  /** Why it failed last. */
  get error(): unknown {
    return this.#error;
  }

  /** True when the picture is in use; false when that failed or was stopped. The same choice is the same picture. */
  async save(choice: object, draw: () => Promise<File>): Promise<boolean> {
    if (this.busy) return false;
    const stop = new AbortController();
    this.#stop = stop;
    this.#error = null;
    try {
      const mediaId = await this.#mediaOf(choice, draw, stop.signal);
      this.#step = 'using';
      await this.#use(mediaId, stop.signal);
      this.#uploaded = null;
      return true;
    } catch (error) {
      if (!stop.signal.aborted) this.#error = error;
      return false;
    } finally {
      this.#step = 'idle';
    }
  }

  /** Stops it, when it is under way. */
  stop(): void {
    this.#stop?.abort();
  }

  async #mediaOf(choice: object, draw: () => Promise<File>, signal: AbortSignal): Promise<string> {
    if (this.#uploaded?.choice === choice) return this.#uploaded.mediaId;
    this.#share = 0;
    this.#step = 'uploading';
    const picture = await draw();
    signal.throwIfAborted();
    const mediaId = await uploadPicture(this.#suite, picture, {
      signal,
      progress: (share) => {
        this.#share = share;
      },
    });
    this.#uploaded = { choice, mediaId };
    return mediaId;
  }
}
