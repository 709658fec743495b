import { describe, expect, it } from 'vitest';
import { piecesOf } from './highlights';

describe('search highlights', () => {
  it('are where the search says', () => {
    expect(
      piecesOf('El CAFÉ y la taza', [
        { start: 3, end: 7 },
        { start: 13, end: 17 },
      ]),
    ).toEqual([
      { text: 'El ', found: false },
      { text: 'CAFÉ', found: true },
      { text: ' y la ', found: false },
      { text: 'taza', found: true },
    ]);
  });

  it('leave a text whole in which nothing is marked', () => {
    expect(piecesOf('https://example.org', [])).toEqual([
      { text: 'https://example.org', found: false },
    ]);
  });

  it('begin with a word near the first thing found', () => {
    const pieces = piecesOf(`${'word '.repeat(200)}here`, [{ start: 1000, end: 1004 }]);
    expect(pieces[0]).toEqual({ text: '…', found: false });
    expect(pieces[1]?.text).toMatch(/^(word ){10,16}$/);
    expect(pieces[2]).toEqual({ text: 'here', found: true });
  });

  it('do not cut a pair of surrogates', () => {
    const pieces = piecesOf(`${'😀'.repeat(60)}x`, [{ start: 120, end: 121 }]);
    expect(pieces).toEqual([
      { text: '…', found: false },
      { text: 'x', found: true },
    ]);
  });
});
