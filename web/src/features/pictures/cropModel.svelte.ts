import type { ZoomHandlers } from '$features/media';
import {
  atLevel,
  cropOf,
  drawingOf,
  FILLING,
  levelOf,
  middleOf,
  MOVE_STEP,
  movedBy,
  shownSize,
  ZOOM_STEP,
  zoomedAt,
  type Box,
  type Crop,
  type CropPose,
  type Drawing,
  type Point,
} from './crop';

const MIDDLE: Point = { x: 0, y: 0 };
/** With the shift key, a picture moves by so many steps at once. */
const FAR = 5;

/** How one picture stands under the frame that is cut out of it. */
export class CropModel implements ZoomHandlers {
  readonly #crop: Crop;
  readonly #size: number;
  #pose = $state.raw<CropPose>(FILLING);
  /** How large the frame is shown, in CSS pixels. */
  #frame = 1;
  /** It stays as it is. */
  held = false;

  /** `size`: as many points are drawn across at most. `whole`: all of the picture may be shown. */
  constructor(picture: Box, size: number, whole: boolean) {
    this.#crop = cropOf(picture, size, whole);
    this.#size = size;
  }

  /** Another one after each change, and only then. */
  get pose(): CropPose {
    return this.#pose;
  }

  /** In sides of the frame. */
  get shown(): Box {
    return shownSize(this.#crop, this.#pose);
  }

  /** What is in the middle, as shares of what could be. */
  get middle(): Point {
    return middleOf(this.#crop, this.#pose);
  }

  /** Between the smallest, 0, and the largest, 1. */
  get level(): number {
    return levelOf(this.#crop, this.#pose);
  }

  get drawing(): Drawing {
    return drawingOf(this.#crop, this.#pose, this.#size);
  }

  framed(pixels: number): void {
    if (pixels > 0) this.#frame = pixels;
  }

  readonly zoom = (factor: number, at: Point = MIDDLE): void => {
    this.#take(zoomedAt(this.#crop, this.#pose, factor, this.#inFrames(at)));
  };

  readonly move = (dx: number, dy: number): void => {
    const { x, y } = this.#inFrames({ x: dx, y: dy });
    this.#take(movedBy(this.#crop, this.#pose, x, y));
  };

  /** What is pressed comes to the middle: dragging is not the only way. */
  readonly tap = ({ x, y }: Point): void => {
    this.move(-x, -y);
  };

  readonly tapTwice = (): void => {
    // Each of the two has come to the middle.
  };

  readonly zoomTo = (level: number): void => {
    this.#take(atLevel(this.#crop, this.#pose, level));
  };

  /** What a key does; false when it does nothing here. */
  key(key: string, far: boolean): boolean {
    const step = far ? MOVE_STEP * FAR : MOVE_STEP;
    switch (key) {
      case 'ArrowLeft':
        return this.#step(-step, 0);
      case 'ArrowRight':
        return this.#step(step, 0);
      case 'ArrowUp':
        return this.#step(0, -step);
      case 'ArrowDown':
        return this.#step(0, step);
      case '+':
      case '=':
        this.zoom(ZOOM_STEP);
        return true;
      case '-':
      case '_':
        this.zoom(1 / ZOOM_STEP);
        return true;
      case '0':
        this.#take(FILLING);
        return true;
      default:
        return false;
    }
  }

  #step(dx: number, dy: number): true {
    this.#take(movedBy(this.#crop, this.#pose, dx, dy));
    return true;
  }

  #take(pose: CropPose): void {
    const { scale, x, y } = this.#pose;
    const same = pose.scale === scale && pose.x === x && pose.y === y;
    if (!same && !this.held) this.#pose = pose;
  }

  #inFrames({ x, y }: Point): Point {
    return { x: x / this.#frame, y: y / this.#frame };
  }
}
