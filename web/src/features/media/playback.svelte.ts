/** How fast sound is played. */
export const SPEEDS = [1, 1.5, 2] as const;
export type Speed = (typeof SPEEDS)[number];

/** What is being heard: one thing at a time, and all of it at the speed chosen last. */
class Playback {
  #now: HTMLMediaElement | null = null;
  #speed = $state<Speed>(1);

  get speed(): Speed {
    return this.#speed;
  }

  /** The next of the speeds, and after the last the first. */
  faster(): void {
    this.#speed = SPEEDS[(SPEEDS.indexOf(this.#speed) + 1) % SPEEDS.length] ?? 1;
  }

  /** Something begins: what was heard before pauses. */
  begins(element: HTMLMediaElement): void {
    if (this.#now !== element) this.#now?.pause();
    this.#now = element;
  }

  ends(element: HTMLMediaElement): void {
    if (this.#now === element) this.#now = null;
  }
}

export const playback = new Playback();

/** Follows a video that has controls of its own; attach it with `{@attach}`. */
export function aloneHeard(element: HTMLMediaElement): () => void {
  const begins = () => {
    playback.begins(element);
  };
  element.addEventListener('play', begins);
  return () => {
    element.removeEventListener('play', begins);
    element.pause();
    playback.ends(element);
  };
}
