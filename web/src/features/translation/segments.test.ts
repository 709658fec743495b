import { describe, expect, it } from 'vitest';
import { cut } from './segments';

/** The words of a text that may become others. */
function wordsOf(text: string): string[] {
  return cut(text)
    .filter(({ kept }) => !kept)
    .map((segment) => segment.text.trim());
}

describe('what of a text may become other words', () => {
  it.each([
    ['just words, and more', ['just words, and more']],
    ['ask @ana.belén about it', ['ask', 'about it']],
    ['it is in #jardín today', ['it is in', 'today']],
    ['see https://example.org/a?b=c#d now', ['see', 'now']],
    ['mail ana@example.org now', ['mail', 'now']],
    ['run `npm test` first', ['run', 'first']],
    ['run ``a ` b`` first', ['run', 'first']],
    ['so:\n```js\nconst a = "b";\n```\nthat is it', ['so:', 'that is it']],
    ['well :party: done', ['well', 'done']],
    ['well 👩‍👩‍👧 done 🇪🇸', ['well', 'done']],
    ['1️⃣ first 2️⃣ second', ['first', 'second']],
    ['a **strong** and _soft_ word', ['a', 'strong', 'and', 'soft', 'word']],
    ['a [link](https://example.org) here', ['a', 'link', 'here']],
    ['- one\n- two\n> three', ['one', 'two', 'three']],
    ['1. one\n\n# two', ['one', 'two']],
    ['the time is 10:30, in snake_case', ['the time is 10:30, in snake_case']],
    ['123 + 4 = 127 …', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('loses nothing of any text', () => {
    const pieces = '@ana #b `c` ``` ** _ ~ [d](e) https://f.g :h: 👍🏽 🇪🇸 \\* \n > - 1. | # i'.split(
      ' ',
    );
    let dice = 7;
    for (let run = 0; run < 2_000; run += 1) {
      let text = '';
      for (let at = 0; at < 12; at += 1) {
        dice = (dice * 48_271) % 2_147_483_647;
        text += (pieces[dice % pieces.length] ?? '') + (dice % 3 === 0 ? '' : ' ');
      }
      expect(
        cut(text)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }
  });
});
