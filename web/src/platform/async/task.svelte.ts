import { isAbort } from '$platform/http';

/** One thing a person asked for that takes time: whether it runs, and why the last run failed. */
export class Task {
  #busy = $state(false);
  #error = $state.raw<unknown>(null);

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

  clear(): void {
    this.#error = null;
  }
}
