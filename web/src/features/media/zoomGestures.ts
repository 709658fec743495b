import type { Point } from './zoom';

/** What fingers, a mouse or a wheel ask of a picture; points are from the middle of the stage. */
export interface ZoomHandlers {
  zoom: (factor: number, at: Point) => void;
  move: (dx: number, dy: number) => void;
  /** Pressed without moving. */
  tap: (at: Point) => void;
  tapTwice: (at: Point) => void;
}

/** A pointer that moves further than this drags. */
const STEADY_PX = 6;
/** One notch of most wheels is 100. */
const WHEEL = 0.002;
const LINE_PX = 16;

/** Listens for gestures on a stage; attach it with `{@attach}`. */
export function zoomGestures(handlers: ZoomHandlers): (stage: HTMLElement) => () => void {
  return (stage) => {
    const gestures = new Gestures(stage, handlers);
    const listeners: readonly [string, (event: never) => void][] = [
      ['pointerdown', gestures.down],
      ['pointermove', gestures.moved],
      ['pointerup', gestures.up],
      ['pointercancel', gestures.cancelled],
      ['wheel', gestures.wheel],
      ['dblclick', gestures.twice],
    ];
    for (const [type, listener] of listeners) {
      stage.addEventListener(type, listener as EventListener, { passive: false });
    }
    return () => {
      for (const [type, listener] of listeners) {
        stage.removeEventListener(type, listener as EventListener);
      }
    };
  };
}

class Gestures {
  readonly #stage: HTMLElement;
  readonly #handlers: ZoomHandlers;
  readonly #pointers = new Map<number, Point>();
  #start: Point = { x: 0, y: 0 };
  #dragged = false;

  constructor(stage: HTMLElement, handlers: ZoomHandlers) {
    this.#stage = stage;
    this.#handlers = handlers;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#stage.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, this.#at(event));
    if (this.#pointers.size > 1) this.#dragged = true;
    else {
      this.#start = this.#at(event);
      this.#dragged = false;
    }
  };

  readonly moved = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.#at(event);
    if (Math.hypot(now.x - this.#start.x, now.y - this.#start.y) > STEADY_PX) this.#dragged = true;
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, now);
    else if (this.#dragged) this.#handlers.move(now.x - before.x, now.y - before.y);
    this.#pointers.set(event.pointerId, now);
  };

  readonly up = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    if (this.#pointers.size === 0 && !this.#dragged) this.#handlers.tap(this.#at(event));
  };

  readonly cancelled = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };

  readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
    // A pinch on a touch pad comes as a wheel with the control key, in small steps.
    const speed = event.ctrlKey ? WHEEL * 5 : WHEEL;
    this.#handlers.zoom(Math.exp(-pixels * speed), this.#at(event));
  };

  readonly twice = (event: MouseEvent): void => {
    this.#handlers.tapTwice(this.#at(event));
  };

  #pinch(id: number, before: Point, now: Point): void {
    const other = [...this.#pointers].find(([pointer]) => pointer !== id)?.[1];
    if (other === undefined) return;
    const apart = (point: Point) => Math.hypot(point.x - other.x, point.y - other.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.#handlers.zoom(apart(now) / Math.max(1, apart(before)), middle);
    this.#handlers.move((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  #at(event: MouseEvent): Point {
    const { left, top, width, height } = this.#stage.getBoundingClientRect();
    return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
  }
}
