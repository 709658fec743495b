import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TypedText } from './typedText';

describe('TypedText', () => {
  let typed: TypedText;
  let stop: () => void;

  beforeEach(() => {
    document.body.innerHTML = `
      <label for="bio">About you</label><textarea id="bio">as it was</textarea>
      <input aria-label="Word" /><input type="search" aria-label="Search" />
      <form data-kept><textarea aria-label="Message"></textarea></form>`;
    typed = new TypedText();
    stop = typed.listen(document);
  });
  afterEach(() => {
    stop();
    document.body.innerHTML = '';
  });

  const type = (selector: string, text: string) =>
    userEvent.type(document.querySelector(selector) as HTMLElement, text);

  it('is nothing where nobody has typed', () => {
    expect(typed.lost()).toBeNull();
  });

  it('names the field that would be emptied', async () => {
    await type('#bio', ', and more');
    expect(typed.lost()).toBe('About you');
  });

  it('passes over what keeps itself, and what is only searched for', async () => {
    await type('form textarea', 'a draft');
    await type('[type=search]', 'bread');
    expect(typed.lost()).toBeNull();
  });

  it('forgets what was taken out again, or is not there any more', async () => {
    await type('[aria-label=Word]', 'tea');
    expect(typed.lost()).toBe('Word');
    await userEvent.clear(document.querySelector('[aria-label=Word]') as HTMLElement);
    expect(typed.lost()).toBeNull();
    await type('#bio', 'x');
    document.body.innerHTML = '';
    expect(typed.lost()).toBeNull();
  });
});
