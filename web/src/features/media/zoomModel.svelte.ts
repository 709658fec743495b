import type { Box } from './layout';
import {
  centredOn,
  FITTED,
  fitted,
  MOST_SCALE,
  moved,
  STEP,
  zoomedAt,
  type Point,
  type Pose,
  type Room,
} from './zoom';
import type { ZoomHandlers } from './zoomGestures';

const MIDDLE: Point = { x: 0, y: 0 };
const NOTHING: Box = { width: 0, height: 0 };
/** A double press goes as near as this. */
const NEAR = 2.5;

/** How one picture stands on its stage. */
export class ZoomModel implements ZoomHandlers {
  #pose = $state.raw<Pose>(FITTED);
  #stage = $state.raw<Box>(NOTHING);
  #size = $state.raw<Box>(NOTHING);
  /** The picture as it fits the stage. */
  readonly fitted: Box = $derived.by(() =>
    this.#size.width > 0 ? fitted(this.#size, this.#stage) : NOTHING,
  );

  get pose(): Pose {
    return this.#pose;
  }

  get isZoomed(): boolean {
    return this.#pose.scale > 1;
  }

  get isNearest(): boolean {
    return this.#pose.scale >= MOST_SCALE;
  }

  /** The stage has this size now. */
  staged(stage: Box): void {
    this.#stage = stage;
    this.#pose = moved(this.#pose, 0, 0, this.#room);
  }

  /** The picture has so many points. */
  sized(size: Box): void {
    this.#size = size;
  }

  readonly zoom = (factor: number, at: Point = MIDDLE): void => {
    this.#pose = zoomedAt(this.#pose, factor, at, this.#room);
  };

  readonly move = (dx: number, dy: number): void => {
    this.#pose = moved(this.#pose, dx, dy, this.#room);
  };

  /** What is pressed on a picture that is larger than the stage comes to the middle: dragging is not the only way. */
  readonly tap = (at: Point): void => {
    if (this.isZoomed) this.#pose = centredOn(this.#pose, at, this.#room);
  };

  readonly tapTwice = (at: Point): void => {
    if (this.isZoomed) this.whole();
    else this.zoom(NEAR, at);
  };

  nearer(): void {
    this.zoom(STEP);
  }

  further(): void {
    this.zoom(1 / STEP);
  }

  /** The whole picture again. */
  whole(): void {
    this.#pose = FITTED;
  }

  get #room(): Room {
    return { stage: this.#stage, picture: this.fitted };
  }
}
