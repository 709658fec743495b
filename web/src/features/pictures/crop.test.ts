import { describe, expect, it } from 'vitest';
import {
  atLevel,
  cropOf,
  drawingOf,
  FILLING,
  levelOf,
  middleOf,
  movedBy,
  shownSize,
  zoomedAt,
} from './crop';

const MIDDLE = { x: 0, y: 0 };
const WIDE = { width: 2_000, height: 1_000 };
const wide = cropOf(WIDE, 512, false);

describe('the crop of a picture', () => {
  it('begins with the middle of it, as large as the frame lets it be', () => {
    expect(shownSize(wide, FILLING)).toEqual({ width: 2, height: 1 });
    expect(drawingOf(wide, FILLING, 512)).toEqual({
      side: 512,
      x: -256,
      y: 0,
      width: 1_024,
      height: 512,
    });
  });

  it('keeps the frame filled, however far it is moved', () => {
    const right = movedBy(wide, FILLING, -99, -99);
    expect(right).toEqual({ scale: 1, x: -0.5, y: 0 });
    expect(middleOf(wide, right)).toEqual({ x: 1, y: 0.5 });
    expect(drawingOf(wide, right, 512)).toMatchObject({ x: -512, y: 0 });
    expect(movedBy(wide, FILLING, 99, 0)).toEqual({ scale: 1, x: 0.5, y: 0 });
    expect(middleOf(wide, movedBy(wide, FILLING, 99, 0))).toEqual({ x: 0, y: 0.5 });
  });

  it('zooms where it is asked to, no further than the frame and the picture allow', () => {
    const near = zoomedAt(wide, FILLING, 2, { x: 0.25, y: -0.25 });
    expect(near).toEqual({ scale: 2, x: -0.25, y: 0.25 });
    expect(zoomedAt(wide, near, 100, MIDDLE).scale).toBeCloseTo(1_000 / 256);
    expect(zoomedAt(wide, near, 0.01, MIDDLE)).toEqual({ scale: 1, x: -0.125, y: 0 });
  });

  it('pulls an edge back to the frame when the picture gets smaller', () => {
    const corner = movedBy(wide, zoomedAt(wide, FILLING, 2, MIDDLE), 99, 99);
    expect(corner).toEqual({ scale: 2, x: 1.5, y: 0.5 });
    expect(zoomedAt(wide, corner, 0.5, MIDDLE)).toEqual({ scale: 1, x: 0.5, y: 0 });
  });

  it('draws no more points than the picture has in the frame', () => {
    const small = cropOf({ width: 64, height: 96 }, 512, false);
    expect(drawingOf(small, FILLING, 512)).toEqual({
      side: 64,
      x: 0,
      y: -16,
      width: 64,
      height: 96,
    });
    expect(drawingOf(small, zoomedAt(small, FILLING, 99, MIDDLE), 512).side).toBe(32);
    expect(drawingOf(cropOf({ width: 1, height: 1 }, 512, false), FILLING, 512).side).toBe(1);
  });

  it('is drawn at most at half of the points it should have, when the picture has enough of them', () => {
    const nearest = zoomedAt(wide, FILLING, 99, MIDDLE);
    expect(drawingOf(wide, nearest, 512).side).toBe(256);
  });

  it('has levels between the smallest and the largest', () => {
    const near = atLevel(wide, FILLING, 1);
    expect(near.scale).toBeCloseTo(wide.most);
    expect(levelOf(wide, FILLING)).toBe(0);
    expect(levelOf(wide, near)).toBeCloseTo(1);
    const between = atLevel(wide, near, 0.5);
    expect(between.scale).toBeCloseTo(Math.sqrt(wide.most));
    expect(levelOf(wide, between)).toBeCloseTo(0.5);
  });

  it('shows all of a picture when that is asked for, in the middle of what stays empty', () => {
    const whole = cropOf(WIDE, 128, true);
    const all = zoomedAt(whole, FILLING, 0.01, MIDDLE);
    expect(all).toEqual({ scale: 0.5, x: 0, y: 0 });
    expect(movedBy(whole, all, 5, 5)).toEqual(all);
    expect(middleOf(whole, all)).toEqual({ x: 0.5, y: 0.5 });
    expect(drawingOf(whole, all, 128)).toEqual({ side: 128, x: 0, y: 32, width: 128, height: 64 });
  });

  it('never leaves the frame, whatever is done with it', () => {
    let dice = 7;
    const chance = () => {
      dice = (dice * 48_271) % 2_147_483_647;
      return dice / 2_147_483_647;
    };
    for (let run = 0; run < 60; run += 1) {
      const picture = { width: 1 + chance() * 4_000, height: 1 + chance() * 4_000 };
      const crop = cropOf(picture, 512, false);
      let pose = FILLING;
      for (let step = 0; step < 12; step += 1) {
        const at = { x: chance() - 0.5, y: chance() - 0.5 };
        pose =
          chance() < 0.5
            ? zoomedAt(crop, pose, 0.2 + chance() * 3, at)
            : movedBy(crop, pose, chance() * 4 - 2, chance() * 4 - 2);
        const { side, x, y, width, height } = drawingOf(crop, pose, 512);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1e-6);
        expect(Math.min(x + width, y + height)).toBeGreaterThanOrEqual(side - 1e-6);
        expect(pose.scale).toBeGreaterThanOrEqual(crop.least);
        expect(pose.scale).toBeLessThanOrEqual(crop.most);
      }
    }
  });
});
