import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Markdown from './Markdown.svelte';
import { parse, plainText, safeHref, withNames } from './markdown';

function shown(text: string): HTMLElement {
  return render(Markdown, { text, called: (handle: string) => handle === 'ana' }).container;
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
