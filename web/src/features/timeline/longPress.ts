const HOLD_MS = 450;
/** A finger that moves further than this scrolls. */
const STEADY_PX = 10;

/** Calls back when a finger rests on an element; attach it with `{@attach}`. */
export function longPress(
  held: (x: number, y: number) => void,
): (element: HTMLElement) => () => void {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    const stop = () => {
      clearTimeout(timer);
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      from = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => {
        held(from.x, from.y);
      }, HOLD_MS);
    };
    const moved = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STEADY_PX) stop();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', moved);
    for (const end of ['pointerup', 'pointercancel'] as const) element.addEventListener(end, stop);
    return () => {
      stop();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', moved);
      for (const end of ['pointerup', 'pointercancel'] as const) {
        element.removeEventListener(end, stop);
      }
    };
  };
}
