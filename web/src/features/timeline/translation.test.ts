import { fireEvent, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { OnDeviceTranslator } from '$features/translation';
import { ChatInMyLanguage } from '../../test/chatInMyLanguage';
import { ANA, CHAT, FakeStorage, message } from '../../test/fakes';
import { FakeTranslator } from '../../test/fakeTranslator';

/** Alone they take a second; what else runs may slow them. */
const LIMIT_MS = 20_000;

describe('a conversation in my language', { timeout: LIMIT_MS }, () => {
  let chat: ChatInMyLanguage;

  /** What those hear who do not see it. */
  const told = () =>
    screen
      .getAllByRole('status')
      .filter(({ classList }) => classList.contains('visually-hidden'))
      .map(({ textContent }) => textContent)
      .join('');

  beforeEach(() => {
    chat = new ChatInMyLanguage();
  });

  it('shows what was said in it, as Markdown, and says by whom it is', async () => {
    await chat.show(true);
    expect(within(chat.bubble('uno')).getByText('Translating…')).toHaveClass('visually-hidden');
    await chat.clock.advance(50);
    const [first, , last] = await screen.findAllByRole('article');
    if (first === undefined || last === undefined) throw new Error('nothing is shown');
    expect(first).toHaveTextContent('one 1');
    expect(within(first).getByText('one').tagName).toBe('STRONG');
    expect(first.querySelector('.text')).toHaveAttribute('lang', 'en');
    expect(first).toHaveTextContent('Translated from Spanish by Apertium');
    expect(last).not.toHaveTextContent('Translat');
    expect(last).toHaveTextContent('mine');
  });

  it('shows what was written at the press of a button or a key, and the translation again', async () => {
    await chat.show(true);
    await chat.clock.advance(50);
    const [first] = await screen.findAllByRole('article');
    if (first === undefined) throw new Error('nothing is shown');
    const button = within(first).getByRole('button', { name: 'Show original' });
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(first.querySelector('.text')).toHaveTextContent('uno');
    expect(first.querySelector('.text')).toHaveAttribute('lang', 'es');
    first.focus();
    await fireEvent.keyDown(first, { key: 'l' });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(first).toHaveTextContent('one 1');
  });

  it('has one stop for Tab among all of them', async () => {
    await chat.show(true);
    await chat.clock.advance(50);
    const [first] = await screen.findAllByRole('article');
    first?.focus();
    const buttons = await screen.findAllByRole('button', { name: 'Show original' });
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    expect(first).toContainElement(buttons[0] ?? null);
  });

  it('says once that nobody can translate a language, and nothing of what needs none', async () => {
    chat.messages.push(message(4, { text: 'cuatro' }));
    chat.answer = (seq) =>
      seq === 4
        ? { sourceLanguage: 'en', reason: 'same-language' }
        : { sourceLanguage: 'de', reason: 'no-engine' };
    await chat.show(true);
    await chat.clock.advance(50);
    expect(await screen.findAllByText('Nothing here translates German into English.')).toHaveLength(
      1,
    );
    expect(chat.bubble('cuatro')).not.toHaveTextContent('language');
    expect(screen.queryByText('Translating…')).toBeNull();
  });

  it('translates one message from its menu where the rest is as it was written', async () => {
    await chat.show(false);
    await chat.clock.advance(50);
    expect(screen.queryByText(/Translat/)).toBeNull();
    await fireEvent.contextMenu(chat.bubble('dos'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Translate' }));
    expect(within(chat.bubble('dos')).getByText('Translating…')).toBeVisible();
    expect(told()).toContain('Translating…');
    await chat.clock.advance(50);
    const done = 'Translated from Spanish by Apertium';
    expect(await within(chat.bubble('2')).findByText(done)).toBeInTheDocument();
    expect(told()).toContain(done);
    expect(chat.bubble('uno')).not.toHaveTextContent('Translat');
    await fireEvent.contextMenu(chat.bubble('one'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show original' }));
    expect(chat.bubble('dos')).toBeInTheDocument();
    expect(told()).toContain('This is what was written.');
  });

  it('says why one message is not translated to who asked for it only', async () => {
    chat.answer = () => ({ reason: 'unsure' });
    await chat.show(true);
    await chat.clock.advance(50);
    expect(screen.queryByText(/recognised/)).toBeNull();
    await fireEvent.keyDown(chat.bubble('dos'), { key: 'l' });
    await chat.clock.advance(50);
    const list = screen.getAllByRole('article').map(({ textContent }) => textContent);
    expect(list.filter((text) => text.includes('recognised'))).toHaveLength(1);
    expect(told()).toContain('recognised');
  });

  it('shows the translation of an edit, and not the one from before', async () => {
    await chat.show(true);
    await chat.clock.advance(50);
    await screen.findByText('2');
    const edit = { type: 'message.edited', message: 2, version: 2, text: 'dos y medio' };
    const frame = { op: 'entry', chatId: CHAT, seq: 4, by: ANA, ...edit };
    chat.socket.receive({ ...frame, at: new Date(chat.clock.now()).toISOString() });
    expect(await screen.findByText('dos y medio')).toBeInTheDocument();
    expect(chat.bubble('dos y medio')).toHaveTextContent('Translating…');
    chat.answer = () => ({
      version: 2,
      sourceLanguage: 'es',
      text: 'two and a half',
      engine: 'apertium',
    });
    await chat.clock.advance(5_050);
    expect(await screen.findByText('two and a half')).toBeInTheDocument();
    expect(screen.queryByText('dos y medio')).toBeNull();
  });

  it('tells in which language a message is that nobody translates', async () => {
    chat.answer = () => ({ sourceLanguage: 'de', reason: 'no-engine' });
    await chat.show(true);
    await chat.clock.advance(50);
    await screen.findByText('Nothing here translates German into English.');
    expect(chat.bubble('dos').querySelector('.text')).toHaveAttribute('lang', 'de');
  });

  it('leaves the focus with the message whose button goes away', async () => {
    const browser = new FakeTranslator();
    browser.toBeHad.add('es-en');
    const storage = new FakeStorage();
    storage.set('translation.onDevice', 'on');
    await chat.show(true, { storage, device: new OnDeviceTranslator(browser) });
    const button = await screen.findByRole('button', { name: 'Download' });
    browser.pressed = true;
    const owner = button.closest('article');
    await userEvent.click(button);
    expect(owner).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
  });
});
