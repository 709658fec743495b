import { playback } from './playback.svelte';

export interface SoundPlayerOptions {
  /** Where the sound is; `anew` when the address before did not work. Null when it can not be had. */
  readonly address: (anew: boolean) => Promise<string | null>;
  /** How long it is, as far as that is known without it. */
  readonly durationMs: () => number | null;
}

/** One sound: played, paused, sought. Nothing of it is loaded before somebody wants to hear it. */
export class SoundPlayer {
  readonly #options: SoundPlayerOptions;
  #element: HTMLAudioElement | null = null;
  #playing = $state(false);
  #busy = $state(false);
  #failed = $state(false);
  #position = $state(0);
  #measured = $state(0);
  /** It was begun with an address that may have expired since. */
  #renewed = false;

  constructor(options: SoundPlayerOptions) {
    this.#options = options;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Somebody wants to hear it, and it has not begun yet. */
  get busy(): boolean {
    return this.#busy;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** In seconds, as is the duration. */
  get position(): number {
    return Math.min(this.#position, this.duration);
  }

  get duration(): number {
    const told = this.#options.durationMs();
    return told === null ? this.#measured : told / 1_000;
  }

  /** For `{@attach}`. */
  readonly attach = (element: HTMLAudioElement): (() => void) => {
    this.#element = element;
    const listeners = this.#listeners(element);
    for (const [type, listener] of listeners) element.addEventListener(type, listener);
    return () => {
      element.pause();
      playback.ends(element);
      for (const [type, listener] of listeners) element.removeEventListener(type, listener);
      this.#element = null;
    };
  };

  async toggle(): Promise<void> {
    const element = this.#element;
    if (element === null) return;
    if (this.#playing) element.pause();
    else await this.#begin(element, this.#failed);
  }

  seek(seconds: number): void {
    this.#position = Math.max(0, Math.min(seconds, this.duration));
    // What is not loaded yet begins there when it is.
    if (this.#element !== null && this.#element.readyState > 0) {
      this.#element.currentTime = this.#position;
    }
  }

  /** At the speed chosen for all that is heard. */
  pace(speed: number): void {
    if (this.#element !== null) this.#element.playbackRate = speed;
  }

  async #begin(element: HTMLAudioElement, anew: boolean): Promise<void> {
    this.#busy = true;
    this.#failed = false;
    try {
      if (anew || element.getAttribute('src') === null) {
        const address = await this.#options.address(anew);
        if (address === null) throw new Error('there is no address');
        element.src = address;
      }
      this.pace(playback.speed);
      await element.play();
    } catch (error) {
      // A pause before it began is no failure; and what fails tells so itself, too.
      this.#failed = !(error instanceof DOMException && error.name === 'AbortError');
    } finally {
      this.#busy = false;
    }
  }

  #listeners(element: HTMLAudioElement): readonly (readonly [string, () => void])[] {
    return [
      [
        'play',
        () => {
          this.#playing = true;
          playback.begins(element);
        },
      ],
      ['pause', () => (this.#playing = false)],
      [
        'ended',
        () => {
          this.#playing = false;
          this.#position = 0;
          playback.ends(element);
        },
      ],
      [
        'timeupdate',
        () => {
          // Loading another address says so too, of the beginning.
          if (element.readyState > 0) this.#position = element.currentTime;
        },
      ],
      [
        'loadedmetadata',
        () => {
          this.#measured = Number.isFinite(element.duration) ? element.duration : 0;
          this.#renewed = false;
          if (this.#position > 0) element.currentTime = this.#position;
          this.pace(playback.speed);
        },
      ],
      ['error', () => void this.#lost(element)],
    ];
  }

  /** It stopped to come: once, another address is tried from where it was. */
  async #lost(element: HTMLAudioElement): Promise<void> {
    if (element.getAttribute('src') === null) return;
    if (this.#renewed) {
      this.#playing = false;
      this.#failed = true;
      return;
    }
    this.#renewed = true;
    await this.#begin(element, true);
  }
}
