import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { withEmoji } from '$features/emoji';
import MarkdownHarness from '../../../test/MarkdownHarness.svelte';
import Markdown from './Markdown.svelte';
import { parse, plainText, safeHref, withNames, type Token, type Tokens } from './markdown';

function shown(text: string): HTMLElement {
  return render(Markdown, { text, called: (handle: string) => handle === 'ana' }).container;
}

/** With an emoji of any name but `other`. */
function emojiBox(text: string): HTMLElement {
  const emoji = (name: string) => (name === 'other' || name === '' ? null : { name, mediaId: 'm' });
  return render(MarkdownHarness, { text, emoji }).container;
}

function drawn(text: string): (string | null)[] {
  return [...emojiBox(text).querySelectorAll('[role=img]')].map((one) =>
    one.getAttribute('aria-label'),
  );
}

/** The names in colons that are emoji, wherever they stand. */
function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'emoji') return withEmoji(token.raw).flatMap(({ name }) => name ?? []);
    if (token.type === 'list') return namesIn((token as Tokens.List).items);
    if (token.type === 'table') {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].flat().flatMap((cell) => namesIn(cell.tokens));
    }
    return 'tokens' in token ? namesIn(token.tokens ?? []) : [];
  });
}

describe('Markdown', () => {
  it('leaves a plain text alone', () => {
    expect(parse('¿Vienes el jueves?\nSí.')).toBeNull();
    expect(shown('one\ntwo').textContent).toBe('one\ntwo');
  });

  it('draws what the marks mean', () => {
    const box = shown('**bold** and *leaning* and ~~gone~~ and `code`\n\n> said\n\n1. one\n2. two');
    for (const tag of ['strong', 'em', 'del', 'code', 'blockquote', 'ol']) {
      expect(box.querySelector(tag), tag).not.toBeNull();
    }
    expect(box.querySelectorAll('li')).toHaveLength(2);
  });

  it('keeps lines as they were typed', () => {
    expect(shown('*one*\ntwo').textContent).toBe('one\ntwo');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="alert(1)">b</b> c',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe srcdoc="<script>alert(1)</script>">',
  ])('shows HTML as text: %s', (text) => {
    const box = shown(text);
    expect(box.querySelector('script, img, b, svg, iframe')).toBeNull();
    expect(box.textContent).toContain(text.slice(0, 8));
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil',
  ])('makes no link of %s', (href) => {
    expect(safeHref(href)).toBeNull();
    expect(shown(`[text](${href})`).querySelector('a')).toBeNull();
  });

  it('lets links lead out with nothing of ours, and fetches no image', () => {
    shown('see https://example.org/a?b=1&c=2 and ![a cat](https://example.org/cat.png)');
    const [page, image] = screen.getAllByRole('link');
    expect(page).toHaveAttribute('href', 'https://example.org/a?b=1&c=2');
    expect(page).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    expect(image).toHaveTextContent('a cat');
    expect(document.querySelector('img')).toBeNull();
  });

  it('marks the names of those who are called, and no others', () => {
    const box = shown('hola @ana, soy @leo (ana@example.org)');
    expect([...box.querySelectorAll('.called')].map((one) => one.textContent)).toEqual(['@ana']);
    expect(withNames('@ana.', (handle) => handle === 'ana')[0]?.text).toBe('@ana');
  });

  it.each<[string, string[]]>([
    [':party: **:party:** _:ship_it:_', ['party', 'party', 'ship_it']],
    ['> - :party:', ['party']],
    [':_a_: and :b_: _c_', ['_a_', 'b_']],
    ['# :party:', ['party']],
    ['| :party: |\n| :--: |\n| *:ship_it:* |', ['party', 'ship_it']],
    ['*:party:* :party::ship_it:', ['party', 'party', 'ship_it']],
  ])('finds the emoji of the chat: %s', (text, names) => {
    const found = namesIn(parse(text) ?? []);
    expect(found).toEqual(names);
  });

  it.each([
    '`:party:`',
    '```\n:party:\n```',
    '    :party:',
    'https://example.org/:party:/x',
    '[a :party:](https://example.org)',
    '\\:party:',
    'a:party:',
    '*12*:30:45',
  ])('draws none in code, links and words: %s', (text) => {
    expect(drawn(text)).toEqual([]);
  });

  it('draws an emoji where the chat has it, and leaves the name where it has not', () => {
    const box = emojiBox('so :party: and *:other:*');
    expect(box.querySelectorAll('[role=img]')).toHaveLength(1);
    expect(box.querySelector('[role=img]')).toHaveAccessibleName(':party:');
    expect(box.textContent).toBe('so  and :other:');
    expect(plainText('**so** :party:')).toBe('so :party:');
  });

  it('lets nothing that is emphasized end in a name', () => {
    const box = shown('_so :a_: far_ and *:b:*');
    expect([...box.querySelectorAll('em')].map((one) => one.textContent)).toEqual([
      'so :a_: far',
      ':b:',
    ]);
  });

  it('colours code of a language it knows', async () => {
    const box = shown('```js\nconst x = 1;\n```');
    await expect
      .poll(() => box.querySelector('.keyword')?.textContent, { timeout: 5_000 })
      .toBe('const');
    expect(box.querySelector('pre')?.textContent).toBe('const x = 1;');
  });

  it('is not led far down by quotes in quotes', () => {
    expect(shown(`${'> '.repeat(200)}deep`).textContent).toContain('deep');
  });

  it('says it without marks where there is one line', () => {
    expect(plainText('**one**\n\n- two\n- three `x`')).toBe('one two · three x');
    expect(plainText('no marks\nhere')).toBe('no marks here');
  });
});
