import { describe, expect, it } from 'vitest';
import { problemOf, suggestedName } from './emojiNames';
import { emojiAtStart, setApart, withEmoji, withoutNames } from './emojiText';

function namesIn(text: string): (string | null)[] {
  return withEmoji(text).flatMap(({ name }) => name ?? []);
}

describe('emoji in a text', () => {
  it.each<[string, string[]]>([
    [':party:', ['party']],
    ['hola :party: y :ship-it:', ['party', 'ship-it']],
    [':party::ship_it:', ['party', 'ship_it']],
    ['(:party:), ¡:party:!', ['party', 'party']],
    ['_:party:_', ['party']],
    ['😀:party:😀', ['party']],
  ])('finds them: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    'at 12:30:45',
    'std::vector::size',
    'a:party:',
    ':party:s',
    'año:party:',
    ':x:',
    ':Party:',
    ':par ty:',
    `:${'a'.repeat(33)}:`,
    ': party :',
    '::party::',
    '',
  ])('finds none: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('loses nothing of the text', () => {
    const text = 'one :party: two:three:four :a1::b2: 5:';
    expect(
      withEmoji(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('is not held up by a long text', () => {
    const began = performance.now();
    expect(namesIn(`${':ab:'.repeat(20_000)}x`)).toEqual([]);
    expect(namesIn(':'.repeat(80_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('knows them by what stands before', () => {
    expect(emojiAtStart(':party:!', '')).toBe(':party:');
    expect(emojiAtStart(':party::party:', 'so ')).toBe(':party::party:');
    expect(emojiAtStart(':party:', '12')).toBe('');
    expect(emojiAtStart(':party:', '\\:')).toBe('');
  });

  it('hides what is in a name, and only that', () => {
    const text = '*a* :_b_: c_:d:';
    expect(withoutNames(text)).toBe('*a* :aaa: c_:d:');
  });

  it('puts them apart from words, not from one another', () => {
    expect(setApart(':party:', 'hola', '')).toBe(' :party:');
    expect(setApart(':party:', 'hola ', 'mundo')).toBe(':party: ');
    expect(setApart(':party:', ':party:', '')).toBe(':party:');
    expect(setApart(':party:', 'so:', '')).toBe(' :party:');
    expect(setApart(':party:', '', '')).toBe(':party:');
  });
});

describe('names of emoji', () => {
  it('says what is wrong with one', () => {
    expect(['ab', 'ship-it', 'hm_2', 'a'.repeat(32)].map(problemOf)).toEqual(Array(4).fill(null));
    expect(['', 'a', 'a'.repeat(33), 'Ab', 'a b', 'año', ':ab:'].map(problemOf)).toEqual([
      ...['short', 'short', 'long'],
      ...['letters', 'letters', 'letters', 'letters'],
    ]);
  });

  it('makes one of the name of a file', () => {
    expect(suggestedName('Feliz Año (2).PNG')).toBe('feliz-ano-2');
    expect(suggestedName('party_parrot.gif')).toBe('party_parrot');
    expect(suggestedName('日本.png')).toBe('');
    expect(suggestedName(`${'word '.repeat(20)}.png`)).toBe('word-word-word-word-word-word-wo');
    expect(suggestedName(`${'words '.repeat(20)}.png`)).toBe('words-words-words-words-words-wo');
    expect(problemOf(suggestedName(`${'a '.repeat(40)}.png`))).toBeNull();
  });
});
