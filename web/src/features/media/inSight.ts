import { untrack } from 'svelte';

/** Things are prepared a little before they come into sight. */
const MARGIN = '500px';

/**
 * Begins something when an element comes near what is in sight of the list it is in, and ends it when it goes; attach
 * it with `{@attach}`.
 */
export function whileInSight(begin: () => () => void): (element: HTMLElement) => () => void {
  return (element) => {
    let end: (() => void) | null = null;
    const stop = () => {
      end?.();
      end = null;
    };
    const observer = new IntersectionObserver(
      (changes) => {
        if (changes.at(-1)?.isIntersecting === true) end ??= untrack(begin);
        else stop();
      },
      { root: scrollerOf(element), rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop();
    };
  };
}

/** What an element is scrolled in: a margin counts from there. Null for the window. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}
