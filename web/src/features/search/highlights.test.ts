import { describe, expect, it } from 'vitest';
import { marked, wordsOf } from './highlights';

const found = (text: string, query: string) =>
  marked(text, wordsOf(query))
    .filter((piece) => piece.found)
    .map((piece) => piece.text);

describe('search highlights', () => {
  it('looks for words and phrases, not for operators', () => {
    expect(wordsOf('from:ana in:"my club" café "two words" -has:link')).toEqual([
      'two words',
      'cafe',
    ]);
  });

  it('marks what is found whatever its case and accents, from the beginning of words', () => {
    expect(found('El CAFÉ y la cafetera; descafeinado', 'cafe')).toEqual(['CAFÉ', 'cafe']);
    expect(found('东京的咖啡很好', '咖啡')).toEqual(['咖啡']);
  });

  it('begins near the first thing found', () => {
    const pieces = marked(`${'a '.repeat(200)}here`, ['here']);
    expect(pieces[0]).toEqual({ text: '…', found: false });
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(100);
  });
});
