const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowUp: (at) => Math.max(0, at - 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Arrow keys, Home and End move the focus from message to message; one of them at a time takes Tab. Arrow right goes
 * to what can be pressed in a message, and left back. True when the key was one of them.
 */
export function moveAmongMessages(event: KeyboardEvent & { currentTarget: HTMLElement }): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.matches('textarea, input, [role=menuitem]')) {
    return false;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const inside = moveInside(event.key, focused);
  const next = inside ?? moveBetween(event.key, focused, event.currentTarget);
  if (next === undefined) return false;
  event.preventDefault();
  next.focus();
  return true;
}

function moveBetween(
  key: string,
  focused: HTMLElement,
  list: HTMLElement,
): HTMLElement | undefined {
  const step = STEPS[key];
  if (step === undefined || !focused.hasAttribute('data-message')) return undefined;
  const messages = [...list.querySelectorAll<HTMLElement>('[data-message]')];
  const next = messages[step(messages.indexOf(focused), messages.length - 1)];
  if (next === undefined) return undefined;
  focused.tabIndex = -1;
  next.tabIndex = 0;
  return next;
}

function moveInside(key: string, focused: HTMLElement): HTMLElement | undefined {
  const forward = key === 'ArrowRight';
  if (!forward && key !== 'ArrowLeft' && key !== 'Escape') return undefined;
  const around = focused.closest('li');
  const article =
    focused.closest<HTMLElement>('[data-message]') ??
    around?.querySelector<HTMLElement>('[data-message]');
  const item = article?.closest('li');
  if (!article || !item) return undefined;
  if (key === 'Escape') return focused === article ? undefined : article;
  // What is neither the message nor a control in it is wide, and scrolled by these keys.
  if (focused !== article && !focused.matches('a, button')) return undefined;
  const controls = [...item.querySelectorAll<HTMLElement>('a, button')];
  const at = controls.indexOf(focused);
  if (forward) return controls[Math.min(at + 1, controls.length - 1)];
  return at > 0 ? controls[at - 1] : article;
}
