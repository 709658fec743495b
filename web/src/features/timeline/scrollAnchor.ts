/** Within this distance of its end, a list counts as being at its end. */
const AT_END = 48;

/**
 * Keeps a list of messages where the reader is: at the end when they are at the end, else at the message they
 * look at, also when earlier ones come in above it.
 */
export class ScrollAnchor {
  /** The reader is at the end and stays there. */
  atEnd = true;
  #list: HTMLElement | null = null;
  #fromEnd = 0;

  attach(list: HTMLElement): void {
    this.#list = list;
  }

  /** Takes note of where the reader is, before the list changes. */
  measure(): void {
    const list = this.#list;
    if (list !== null) this.#fromEnd = list.scrollHeight - list.scrollTop;
  }

  /** Puts the reader back after the list has changed; `above` when the change was above what they see. */
  restore(above: boolean): void {
    const list = this.#list;
    if (list === null) return;
    if (this.atEnd) list.scrollTop = list.scrollHeight;
    else if (above) list.scrollTop = list.scrollHeight - this.#fromEnd;
  }

  /** The reader scrolled. */
  scrolled(): void {
    const list = this.#list;
    if (list === null) return;
    this.atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < AT_END;
  }

  toEnd(): void {
    this.atEnd = true;
    this.restore(false);
  }
}

/** The last of the elements, in order from top to bottom, that ends above the lower edge of the list. */
export function lastVisible(
  elements: readonly HTMLElement[],
  lowerEdge: number,
): HTMLElement | null {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = elements[middle]?.getBoundingClientRect().bottom ?? Infinity;
    if (bottom <= lowerEdge) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1] ?? null;
}
