import { describe, expect, it } from 'vitest';
import { albumRows, albumTiles, boxed, boxOf } from './layout';

describe('boxOf', () => {
  it.each([
    ['a wide photo', 4_000, 3_000, { width: 352, height: 264 }],
    ['a tall one', 3_000, 4_000, { width: 300, height: 400 }],
    ['a small one, at its size', 200, 150, { width: 200, height: 150 }],
    ['an icon, with room for words', 16, 16, { width: 120, height: 80 }],
    ['a panorama, cut', 20_000, 500, { width: 352, height: 80 }],
    ['a strip, cut', 100, 9_000, { width: 120, height: 400 }],
    ['nothing known', undefined, undefined, { width: 320, height: 240 }],
    ['half known', 100, null, { width: 320, height: 240 }],
    ['nonsense', -3, 0, { width: 320, height: 240 }],
  ])('%s', (_what, width, height, box) => {
    expect(boxOf({ ...(width === undefined ? {} : { width }), height: height ?? null })).toEqual(
      box,
    );
  });
});

describe('albums', () => {
  it.each([
    [2, [2]],
    [3, [1, 2]],
    [4, [2, 2]],
    [5, [2, 3]],
    [6, [3, 3]],
    [7, [2, 2, 3]],
    [8, [2, 3, 3]],
    [9, [3, 3, 3]],
    [10, [2, 2, 3, 3]],
  ])('of %i stand in full rows', (count, rows) => {
    expect(albumRows(count)).toEqual(rows);
    expect(albumTiles(count)).toHaveLength(count);
  });

  it('of one or none', () => {
    expect(albumRows(1)).toEqual([1]);
    expect(albumRows(0)).toEqual([]);
  });
});

describe('boxed', () => {
  it('gives an element its room, and its colour when that is one', () => {
    const element = document.createElement('span');
    boxed({ width: 30, height: 20 }, '#a0b1c2')(element);
    expect(element.style.getPropertyValue('--box-width')).toBe('30px');
    expect(element.style.getPropertyValue('--box-ratio')).toBe('30 / 20');
    expect(element.style.getPropertyValue('--box-colour')).toBe('#a0b1c2');
    boxed(null, 'red; background: url(//elsewhere)')(element);
    expect(element.style.getPropertyValue('--box-colour')).toBe('');
  });
});
