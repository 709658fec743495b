/** Screens are touched here, and their keyboards have no Shift beside Enter. */
export function isTouched(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

/**
 * Whether a key says that what was written is finished. Where the screen is touched, Enter begins a line, which
 * nothing else does there, and the button sends; with Ctrl it sends anywhere.
 */
export function finishes({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && (ctrlKey || metaKey || !isTouched());
}
