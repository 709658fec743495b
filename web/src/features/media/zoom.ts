import type { Box } from './layout';

/** How a picture stands on its stage: how much larger than it fits, and how far its middle is from that of the stage. */
export interface Pose {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The stage, and the picture as it fits in it. */
export interface Room {
  readonly stage: Box;
  readonly picture: Box;
}

export const FITTED: Pose = { scale: 1, x: 0, y: 0 };
export const MOST_SCALE = 8;
/** One press of a key or a button. */
export const STEP = 1.5;

/** How large a picture is that is seen as a whole, and no larger than it is. */
export function fitted(size: Box, stage: Box): Box {
  const scale = Math.min(1, stage.width / size.width, stage.height / size.height);
  return { width: size.width * scale, height: size.height * scale };
}

/** Larger or smaller by a factor; the point, from the middle of the stage, stays where it is. */
export function zoomedAt(pose: Pose, factor: number, point: Point, room: Room): Pose {
  const scale = Math.max(1, Math.min(MOST_SCALE, pose.scale * factor));
  const grown = scale / pose.scale;
  return within(
    { scale, x: point.x - (point.x - pose.x) * grown, y: point.y - (point.y - pose.y) * grown },
    room,
  );
}

export function moved(pose: Pose, dx: number, dy: number, room: Room): Pose {
  return within({ ...pose, x: pose.x + dx, y: pose.y + dy }, room);
}

/** The place at a point comes to the middle. */
export function centredOn(pose: Pose, point: Point, room: Room): Pose {
  return moved(pose, -point.x, -point.y, room);
}

/** What does not fill the stage stays in the middle; no edge comes further in than the edge of the stage. */
function within({ scale, x, y }: Pose, { stage, picture }: Room): Pose {
  return {
    scale,
    x: clamped(x, picture.width * scale - stage.width),
    y: clamped(y, picture.height * scale - stage.height),
  };
}

function clamped(offset: number, over: number): number {
  const most = Math.max(0, over / 2);
  // No negative zero: it is written differently.
  return Math.max(-most, Math.min(most, offset)) + 0;
}
