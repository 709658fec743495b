import { describe, expect, it } from 'vitest';
import { centredOn, FITTED, fitted, MOST_SCALE, moved, zoomedAt } from './zoom';
import { actionOfKey } from './viewerKeys';
import { ZoomModel } from './zoomModel.svelte';

const ROOM = { stage: { width: 400, height: 300 }, picture: { width: 400, height: 200 } };
const MIDDLE = { x: 0, y: 0 };

describe('zoom', () => {
  it('fits a picture into its stage, and no larger than it is', () => {
    expect(fitted({ width: 4_000, height: 2_000 }, ROOM.stage)).toEqual({
      width: 400,
      height: 200,
    });
    expect(fitted({ width: 30, height: 20 }, ROOM.stage)).toEqual({ width: 30, height: 20 });
  });

  it('keeps the point it zooms at in its place', () => {
    const pose = zoomedAt(FITTED, 2, { x: 100, y: 0 }, ROOM);
    expect(pose).toEqual({ scale: 2, x: -100, y: 0 });
  });

  it('stays between the whole picture and its greatest size', () => {
    expect(zoomedAt(FITTED, 0.1, MIDDLE, ROOM)).toEqual(FITTED);
    expect(zoomedAt(FITTED, 1_000, MIDDLE, ROOM).scale).toBe(MOST_SCALE);
  });

  it('comes back to the middle when the picture fits again', () => {
    const far = moved(zoomedAt(FITTED, 4, MIDDLE, ROOM), 500, 200, ROOM);
    expect(far).toEqual({ scale: 4, x: 500, y: 200 });
    expect(zoomedAt(far, 0.01, MIDDLE, ROOM)).toEqual(FITTED);
  });

  it('never shows more than the edge of a picture', () => {
    const near = zoomedAt(FITTED, 2, MIDDLE, ROOM);
    expect(moved(near, 9_999, 9_999, ROOM)).toEqual({ scale: 2, x: 200, y: 50 });
    expect(moved(FITTED, 50, 50, ROOM)).toEqual(FITTED);
  });

  it('brings what is pressed to the middle', () => {
    const near = zoomedAt(FITTED, 4, MIDDLE, ROOM);
    expect(centredOn(near, { x: 120, y: -60 }, ROOM)).toEqual({ scale: 4, x: -120, y: 60 });
  });
});

describe('ZoomModel', () => {
  it('keeps a picture on its stage when that becomes smaller', () => {
    const zoom = new ZoomModel();
    zoom.staged({ width: 400, height: 300 });
    zoom.sized({ width: 4_000, height: 2_000 });
    zoom.zoom(4, MIDDLE);
    zoom.move(600, 0);
    expect(zoom.pose.x).toBe(600);
    zoom.staged({ width: 200, height: 300 });
    expect(zoom.pose.x).toBe(300);
    zoom.whole();
    expect(zoom.isZoomed).toBe(false);
  });

  it('goes near by a double press, and back by another', () => {
    const zoom = new ZoomModel();
    zoom.staged({ width: 400, height: 300 });
    zoom.sized({ width: 4_000, height: 2_000 });
    zoom.tapTwice({ x: 50, y: 0 });
    expect(zoom.isZoomed).toBe(true);
    zoom.tapTwice(MIDDLE);
    expect(zoom.pose).toEqual(FITTED);
  });
});

describe('keys of the viewer', () => {
  const press = (key: string, zoomed = false, zoomable = true) =>
    actionOfKey({ key, ctrlKey: false, metaKey: false, altKey: false }, zoomed, zoomable);

  it('lead from picture to picture, and over one that is larger', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'previous' });
    expect(press('ArrowRight')).toEqual({ kind: 'next' });
    expect(press('ArrowRight', true)).toEqual({ kind: 'pan', x: -1, y: 0 });
    expect(press('PageDown', true)).toEqual({ kind: 'next' });
    expect(press('ArrowUp')).toBeNull();
  });

  it('zoom pictures, not videos, and leave the browser its own', () => {
    expect(press('+')).toEqual({ kind: 'nearer' });
    expect(press('-')).toEqual({ kind: 'further' });
    expect(press('0')).toEqual({ kind: 'whole' });
    expect(press('+', false, false)).toBeNull();
    const withControl = { key: '+', ctrlKey: true, metaKey: false, altKey: false };
    expect(actionOfKey(withControl, false, true)).toBeNull();
  });
});
