import { fireEvent, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TranslationView } from '$platform/api/types';
import { NetworkError } from '$platform/http';
import { ChatInMyLanguage } from '../../test/chatInMyLanguage';
import { CHAT, message, posted, settled } from '../../test/fakes';

/** Alone they take a second; what else runs may slow them. */
const LIMIT_MS = 20_000;

describe('what is around a conversation in my language', { timeout: LIMIT_MS }, () => {
  let chat: ChatInMyLanguage;

  beforeEach(() => {
    chat = new ChatInMyLanguage();
    // Nothing can be typed for the person here: it is put there.
    document.execCommand = () => false;
  });

  it('reads out what is said now in my language', async () => {
    await chat.show(true);
    const log = screen.getByRole('log', { name: 'New messages' });
    const now = { text: 'cuatro', postedAt: new Date(chat.clock.now()).toISOString() };
    chat.socket.receive({ op: 'entry', ...posted(4, now) });
    expect(await screen.findByText('cuatro')).toBeInTheDocument();
    expect(log).toHaveTextContent('');
    chat.translations.heard({
      ...{ op: 'message.translated', chatId: CHAT, message: 4, version: 1, language: 'en' },
      ...{ sourceLanguage: 'es', text: 'four', engine: 'apertium' },
    });
    expect(await within(log).findByText('four')).toHaveAttribute('lang', 'en');
    expect(log).toHaveTextContent('Somebody: four');
    expect(log).not.toHaveTextContent('cuatro');
  });

  it('is quoted as it is read', async () => {
    chat.messages.push(message(4, { text: 'sí', replyTo: 2 }));
    await chat.show(true);
    expect(screen.getByRole('link', { name: /dos/ })).toBeInTheDocument();
    await chat.clock.advance(50);
    const quote = await screen.findByRole('link', { name: /one 2/ });
    expect(quote.querySelector('.said')).toHaveAttribute('lang', 'en');
    const quoted = screen.getAllByRole('article')[1];
    if (quoted !== undefined) await fireEvent.keyDown(quoted, { key: 'l' });
    expect(quote).toHaveTextContent('dos');
    expect(quote.querySelector('.said')).toHaveAttribute('lang', 'es');
  });

  it('is told of a choice that was refused until the person puts that away', async () => {
    await chat.show(false, { saveChatChoice: () => Promise.reject(new NetworkError(null)) });
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Translate this chat' }));
    const refusal = await screen.findByRole('alert');
    expect(refusal.closest('header')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('is chosen for a chat in its header', async () => {
    await chat.show(false);
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    const item = screen.getByRole('menuitemcheckbox', { name: 'Translate this chat' });
    expect(item).toHaveAttribute('aria-checked', 'false');
    await userEvent.click(item);
    expect(chat.choices).toEqual([[CHAT, true]]);
    expect(await screen.findByText('read in English')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    const chosen = screen.getByRole('menuitemcheckbox', { name: 'Translate this chat' });
    expect(chosen).toHaveAttribute('aria-checked', 'true');
  });

  it('is shown in my language among what is pinned, too', async () => {
    await chat.show(true);
    await chat.clock.advance(50);
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Pinned messages' }));
    const pins = within(screen.getByRole('dialog'));
    const pinned = await pins.findByText('one 1');
    expect(pinned).toHaveAttribute('lang', 'en');
  });

  it('gives up the translation of a draft when another chat is opened', async () => {
    const written = '/translate spanish secret plan';
    let answered: (view: TranslationView) => void = () => {};
    await chat.show(false, { translateText: () => new Promise((done) => (answered = done)) });
    const box = screen.getByRole('textbox', { name: 'Message' });
    await userEvent.type(box, `${written}{Enter}`);
    await screen.findAllByText('Translating…');
    chat.leave();
    const view = { sourceLanguage: 'English', target: 'es', translatedText: 'plan secreto' };
    answered({ ...view, translated: true });
    await settled();
    expect(chat.storage.get(`draft.${CHAT}`)).toContain(written);
    expect(chat.storage.get(`draft.${CHAT}`)).not.toContain('plan secreto');
  });

  it('has back what was written before a draft was translated, until nothing is left of it', async () => {
    const view = { sourceLanguage: 'English', target: 'es', translatedText: 'plan secreto' };
    const translateText = () => Promise.resolve({ ...view, translated: true, engine: 'apertium' });
    const box = () => screen.getByRole('textbox', { name: 'Message' });
    await chat.show(false, { translateText });
    await userEvent.type(box(), '/translate spanish secret plan{Enter}');
    await screen.findByRole('button', { name: 'Restore what I wrote' });
    expect(box()).toHaveValue('plan secreto');
    chat.leave();
    await chat.show(false, { translateText });
    expect(box()).toHaveValue('plan secreto');
    await userEvent.type(box(), '!{Escape}');
    expect(box()).toHaveValue('plan secreto!');
    await userEvent.type(box(), '{Backspace}{Escape}');
    expect(box()).toHaveValue('/translate spanish secret plan');
    await userEvent.type(box(), '{Enter}');
    await screen.findByRole('button', { name: 'Restore what I wrote' });
    await userEvent.clear(box());
    await userEvent.type(box(), 'something else{Escape}');
    expect(box()).toHaveValue('something else');
    expect(screen.queryByRole('button', { name: 'Restore what I wrote' })).toBeNull();
  });
});
