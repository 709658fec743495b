const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowUp: (at) => Math.max(0, at - 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrow keys, Home and End move the focus from message to message; one of them at a time takes Tab. */
export function moveAmongMessages(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  const focused = document.activeElement;
  if (
    step === undefined ||
    !(focused instanceof HTMLElement) ||
    !focused.hasAttribute('data-message')
  )
    return;
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-message]')];
  const next = messages[step(messages.indexOf(focused), messages.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  focused.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
