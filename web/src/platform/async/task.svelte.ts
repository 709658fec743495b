import { isAbort } from '$platform/http';

/** One thing a person asked for that takes time: whether it runs, and why the last run failed. */
export class Task {
  #busy = $state(false);
  #error = $state.raw<unknown>(null);
  #next: (() => Promise<unknown>) | null = null;

  get busy(): boolean {
    return this.#busy;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Runs the work unless a run is under way; true when it succeeded. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#error = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!isAbort(error)) this.#error = error;
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /**
   * Runs the work; when a run of this kind is under way, after that, unless still other work is asked for meanwhile: the
   * last holds, and what came of what it replaced is nobody's concern. True when a run began here, and the last succeeded.
   */
  runLatest(work: () => Promise<unknown>): Promise<boolean> {
    this.#next = work;
    return this.run(() => this.#untilLast());
  }

  clear(): void {
    this.#error = null;
  }

  async #untilLast(): Promise<void> {
    while (this.#next !== null) {
      const work = this.#next;
      this.#next = null;
      try {
        await work();
      } catch (error) {
        if (this.#wasLast()) throw error;
      }
    }
  }

  #wasLast(): boolean {
    return this.#next === null;
  }
}
