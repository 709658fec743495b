import type { MessageView } from '$platform/api/types';

/** A message, in whatever version. */
export type Place = Pick<MessageView, 'chatId' | 'seq'>;

export function placeOf({ chatId, seq }: Place): string {
  return `${chatId}/${String(seq)}`;
}

/** Which messages are in sight, in however many places. */
export class InSight {
  readonly #count = new Map<string, number>();

  has(place: Place): boolean {
    return this.#count.has(placeOf(place));
  }

  /** It is, until the returned function is called. */
  enter(place: Place): () => void {
    const key = placeOf(place);
    this.#add(key, 1);
    let left = false;
    return () => {
      if (!left) this.#add(key, -1);
      left = true;
    };
  }

  #add(key: string, more: number): void {
    const count = (this.#count.get(key) ?? 0) + more;
    if (count > 0) this.#count.set(key, count);
    else this.#count.delete(key);
  }
}
