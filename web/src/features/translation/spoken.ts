import { SvelteMap } from 'svelte/reactivity';
import type { DeviceReason } from './onDevice';
import type { Place } from './places';

/** Why the languages of a chat are not translated: said once, by the newest message of which that is so. */
export class SpokenReasons {
  readonly #newest = new SvelteMap<string, number>();

  hear(place: Place, reason: DeviceReason, from: string | null): void {
    const key = keyOf(place, reason, from);
    if ((this.#newest.get(key) ?? 0) < place.seq) this.#newest.set(key, place.seq);
  }

  /** Whether this message is where it is said. */
  isSaidBy(place: Place, reason: DeviceReason, from: string | null): boolean {
    return this.#newest.get(keyOf(place, reason, from)) === place.seq;
  }
}

function keyOf({ chatId }: Place, reason: DeviceReason, from: string | null): string {
  return `${chatId}/${reason}/${from ?? ''}`;
}
