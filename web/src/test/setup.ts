import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { i18n } from '$platform/i18n';

afterEach(() => {
  cleanup();
  localStorage.clear();
  i18n.speak('en');
});

/** What jsdom does not have and the components use: none of it matters to what the tests look at. */
class NoResizes implements ResizeObserver {
  observe(): void {
    // Nothing has a size here.
  }
  unobserve(): void {
    // Nothing has a size here.
  }
  disconnect(): void {
    // Nothing has a size here.
  }
}
globalThis.ResizeObserver = NoResizes;

/** Everything is in sight. */
class AllInSight implements Partial<IntersectionObserver> {
  readonly #told: IntersectionObserverCallback;
  constructor(told: IntersectionObserverCallback) {
    this.#told = told;
  }
  observe(): void {
    const entry = { isIntersecting: true } as IntersectionObserverEntry;
    this.#told([entry], this as unknown as IntersectionObserver);
  }
  unobserve(): void {
    // Nothing goes out of sight.
  }
  disconnect(): void {
    // Nothing goes out of sight.
  }
}
globalThis.IntersectionObserver = AllInSight as unknown as typeof IntersectionObserver;
Element.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLElement.prototype.showPopover = function (this: HTMLElement) {
  this.removeAttribute('popover');
};
const noChange = { addEventListener: () => undefined, removeEventListener: () => undefined };
globalThis.matchMedia = (media) =>
  ({ media, matches: false, ...noChange }) as unknown as MediaQueryList;
