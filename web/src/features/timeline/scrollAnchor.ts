/** Within this distance of its end, a list counts as being at its end. */
const AT_END = 48;

/**
 * Keeps a list of messages where the reader is: at the end when they are at the end, else at the message they
 * look at, whatever comes in or changes its height above it.
 */
export class ScrollAnchor {
  /** The reader is at the end and stays there. */
  atEnd = true;
  /** The end of the list is the end of the conversation; else nobody is kept at it. */
  reachesNewest = true;
  #list: HTMLElement | null = null;
  #width = 0;
  #held: { readonly element: HTMLElement; readonly top: number } | null = null;

  attach(list: HTMLElement): void {
    this.#list = list;
  }

  /** Takes note of where the reader is, before the list changes. */
  measure(): void {
    const list = this.#list;
    if (list === null) return;
    // The list has another width, and nobody was put back for it yet: first that.
    if (this.#width !== 0 && this.#width !== list.clientWidth) this.restore();
    this.#width = list.clientWidth;
    const { top } = list.getBoundingClientRect();
    const messages = [...list.querySelectorAll<HTMLElement>('[data-message]')];
    const above = lastVisible(messages, top);
    const element = above === null ? messages[0] : messages[messages.indexOf(above) + 1];
    this.#held =
      element === undefined ? null : { element, top: element.getBoundingClientRect().top };
  }

  /** Puts the reader back after the list has changed. */
  restore(): void {
    const list = this.#list;
    if (list === null) return;
    if (this.atEnd && this.reachesNewest) {
      list.scrollTop = list.scrollHeight;
    } else if (this.#held?.element.isConnected === true) {
      list.scrollTop += this.#held.element.getBoundingClientRect().top - this.#held.top;
    }
  }

  /** The reader scrolled. */
  scrolled(): void {
    const list = this.#list;
    if (list === null) return;
    this.atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < AT_END;
    this.measure();
  }

  toEnd(): void {
    this.atEnd = true;
    this.restore();
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
