/** What can be done in the viewer by a key. */
export type ViewerAction =
  | { readonly kind: 'previous' | 'next' | 'nearer' | 'further' | 'whole' }
  | { readonly kind: 'pan'; readonly x: number; readonly y: number };

const ARROWS: Record<string, { readonly x: number; readonly y: number }> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

const WAYS: Record<string, ViewerAction['kind'] & ('previous' | 'next')> = {
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  PageDown: 'next',
};

const ZOOMS: Record<string, 'nearer' | 'further' | 'whole'> = {
  '+': 'nearer',
  '=': 'nearer',
  '-': 'further',
  '0': 'whole',
};

/** Arrows lead from picture to picture, or over one that is larger than its stage. */
export function actionOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  zoomed: boolean,
  zoomable: boolean,
): ViewerAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const arrow = ARROWS[event.key];
  if (zoomed && arrow !== undefined) return { kind: 'pan', ...arrow };
  const way = WAYS[event.key];
  if (way !== undefined) return { kind: way };
  const zoom = ZOOMS[event.key];
  return zoomable && zoom !== undefined ? { kind: zoom } : null;
}
