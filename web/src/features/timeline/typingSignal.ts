/** Others are told at most this often that I write; they forget it a little later. */
const EVERY_MS = 4_000;

/** Tells, now and then, that somebody is writing. */
export class TypingSignal {
  readonly #tell: () => void;
  #toldAt = -Infinity;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  typed(): void {
    const now = Date.now();
    if (now - this.#toldAt < EVERY_MS) return;
    this.#toldAt = now;
    this.#tell();
  }

  /** What was written is sent: the next letter tells anew. */
  sent(): void {
    this.#toldAt = -Infinity;
  }
}
