/**
 * Where a picture stands under the frame that is cut out of it. Lengths are in sides of the frame and points are from
 * its middle, so that nothing of it depends on how large the frame is shown or drawn.
 */

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How large a picture is, where one just fills the frame, and how far its middle is from that of the frame. */
export interface CropPose {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** A picture with so many points, and how small and large it may be made. */
export interface Crop {
  readonly picture: Box;
  readonly least: number;
  readonly most: number;
}

/** The picture in the square that is drawn, all in points of the square. */
export interface Drawing {
  readonly side: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** As it is before anybody has touched it: all of its shorter side, the middle of its longer one. */
export const FILLING: CropPose = { scale: 1, x: 0, y: 0 };
/** One press of a key or a button. */
export const ZOOM_STEP = 1.2;
export const MOVE_STEP = 0.05;
/** Whatever its size, a picture may be made so much larger. */
const SOME = 2;
/** Beyond this nobody finds their way. */
const MOST = 8;

/**
 * What may be done with a picture that is drawn as a square of `size` points: with `whole`, all of it may be shown,
 * and what it does not fill stays empty.
 */
export function cropOf(picture: Box, size: number, whole: boolean): Crop {
  const { shorter, longer } = sidesOf(picture);
  // Half of the points that are drawn can still be looked at.
  const most = Math.max(SOME, Math.min(MOST, shorter / (size / 2)));
  return { picture, most, least: whole ? shorter / longer : 1 };
}

/** Larger or smaller by a factor; what is at the point stays there, as far as the frame stays filled. */
export function zoomedAt(crop: Crop, pose: CropPose, factor: number, point: Point): CropPose {
  const scale = Math.max(crop.least, Math.min(crop.most, pose.scale * factor));
  const grown = scale / pose.scale;
  return within(crop, {
    scale,
    x: point.x - (point.x - pose.x) * grown,
    y: point.y - (point.y - pose.y) * grown,
  });
}

export function movedBy(crop: Crop, pose: CropPose, dx: number, dy: number): CropPose {
  return within(crop, { ...pose, x: pose.x + dx, y: pose.y + dy });
}

/** How far between smallest and largest it is, each step of which is as much larger than the one before: 0 to 1. */
export function levelOf({ least, most }: Crop, { scale }: CropPose): number {
  return Math.log(scale / least) / Math.log(most / least);
}

/** The same in the middle, at a level. */
export function atLevel(crop: Crop, pose: CropPose, level: number): CropPose {
  const scale = crop.least * (crop.most / crop.least) ** level;
  return zoomedAt(crop, pose, scale / pose.scale, { x: 0, y: 0 });
}

/** How large the picture is shown. */
export function shownSize({ picture }: Crop, { scale }: CropPose): Box {
  const { shorter } = sidesOf(picture);
  return { width: (picture.width / shorter) * scale, height: (picture.height / shorter) * scale };
}

/** What of the picture is in the middle of the frame, as shares of what could be there: 0 is left or top, 1 right or bottom. */
export function middleOf(crop: Crop, pose: CropPose): Point {
  const { width, height } = shownSize(crop, pose);
  return { x: shareOf(pose.x, width - 1), y: shareOf(pose.y, height - 1) };
}

/** What to draw: a square of at most `size` points, and of no more than the picture has in the frame. */
export function drawingOf(crop: Crop, pose: CropPose, size: number): Drawing {
  const { width, height } = shownSize(crop, pose);
  const points = crop.picture.width / width;
  const side = Math.max(1, Math.min(size, Math.round(points)));
  return {
    side,
    x: (0.5 + pose.x - width / 2) * side,
    y: (0.5 + pose.y - height / 2) * side,
    width: width * side,
    height: height * side,
  };
}

/** No edge comes into the frame; what is smaller than the frame stays in its middle. */
function within(crop: Crop, { scale, x, y }: CropPose): CropPose {
  const { width, height } = shownSize(crop, { scale, x, y });
  return { scale, x: clamped(x, width - 1), y: clamped(y, height - 1) };
}

function clamped(offset: number, over: number): number {
  const most = Math.max(0, over / 2);
  // No negative zero: it is written differently.
  return Math.max(-most, Math.min(most, offset)) + 0;
}

function shareOf(offset: number, over: number): number {
  return over > 0 ? 0.5 - offset / over : 0.5;
}

function sidesOf({ width, height }: Box): { readonly shorter: number; readonly longer: number } {
  return { shorter: Math.min(width, height), longer: Math.max(width, height) };
}
