import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import {
  OnDeviceTranslator,
  type Translations,
  type TranslationsOptions,
} from '$features/translation';
import type { MessageTranslationView, MessageView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import {
  ANA,
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  ME,
  message,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import { FakeTranslator } from '../../test/fakeTranslator';
import { someTranslations } from '../../test/someTranslations';
import TimelineHarness from '../../test/TimelineHarness.svelte';

const VIEW = {
  id: CHAT,
  kind: 'group',
  title: 'Libros',
  memberCount: 3,
  createdBy: ME,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
  receipts: true,
  myRole: 'member',
};

/** Alone they take a second; what else runs may slow them. */
const LIMIT_MS = 20_000;

describe('a conversation in my language', { timeout: LIMIT_MS }, () => {
  let clock: FakeClock;
  let socket: FakeSocket;
  let messages: MessageView[];
  let answer: (seq: number) => Partial<MessageTranslationView>;
  let choices: [string, boolean][];
  let translations: Translations;

  function answerTo(address: string): unknown {
    const { pathname } = new URL(address, 'http://suite.test');
    if (pathname.endsWith('/messages')) return { items: messages, before: null, lastSeq: 3 };
    return /threads|drafts|members|emoji/.test(pathname) ? { items: [] } : VIEW;
  }

  async function show(everything: boolean, more: Partial<TranslationsOptions> = {}) {
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input) => Promise.resolve(new Response(JSON.stringify(answerTo(input as string)))),
    });
    const conversations = new Conversations({
      me: ME,
      http,
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage: new FakeStorage(),
      kept: new FakeKept(),
      clock,
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    translations = someTranslations({
      clock,
      fetchPreferences: () => Promise.resolve({ language: 'en', everything, chats: {} }),
      saveChatChoice: (chatId, translate) => {
        choices.push([chatId, translate]);
        return Promise.resolve();
      },
      fetchTranslations: (_chat, seqs, language) =>
        Promise.resolve(
          seqs.map((seq) => ({ message: seq, version: 1, language, ...answer(seq) })),
        ),
      ...more,
    });
    await translations.connected();
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Libros', lastSeq: 3, readSeq: 3 });
    socket.receive(hello(clock, { chats: [chat] }));
    render(TimelineHarness, { conversations, http, directory, translations, chatId: CHAT });
    await screen.findByText('uno');
  }

  const bubble = (text: string) => {
    const found = screen.getByText(text).closest('article');
    if (found === null) throw new Error(`${text} is in no message`);
    return found;
  };

  /** What those hear who do not see it. */
  const told = () =>
    screen
      .getAllByRole('status')
      .filter(({ classList }) => classList.contains('visually-hidden'))
      .map(({ textContent }) => textContent)
      .join('');

  beforeEach(() => {
    clock = new FakeClock();
    choices = [];
    answer = (seq) => ({
      sourceLanguage: 'es',
      text: `**one** ${String(seq)}`,
      engine: 'apertium',
    });
    messages = [
      message(1, { text: 'uno' }),
      message(2, { text: 'dos' }),
      message(3, { text: 'mine', senderId: ME }),
    ];
  });

  it('shows what was said in it, as Markdown, and says by whom it is', async () => {
    await show(true);
    expect(within(bubble('uno')).getByText('Translating…')).toHaveClass('visually-hidden');
    await clock.advance(50);
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
    await show(true);
    await clock.advance(50);
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
    await show(true);
    await clock.advance(50);
    const [first] = await screen.findAllByRole('article');
    first?.focus();
    const buttons = await screen.findAllByRole('button', { name: 'Show original' });
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    expect(first).toContainElement(buttons[0] ?? null);
  });

  it('says once that nobody can translate a language, and nothing of what needs none', async () => {
    messages.push(message(4, { text: 'cuatro' }));
    answer = (seq) =>
      seq === 4
        ? { sourceLanguage: 'en', reason: 'same-language' }
        : { sourceLanguage: 'de', reason: 'no-engine' };
    await show(true);
    await clock.advance(50);
    expect(await screen.findAllByText('Nothing here translates German into English.')).toHaveLength(
      1,
    );
    expect(bubble('cuatro')).not.toHaveTextContent('language');
    expect(screen.queryByText('Translating…')).toBeNull();
  });

  it('translates one message from its menu where the rest is as it was written', async () => {
    await show(false);
    await clock.advance(50);
    expect(screen.queryByText(/Translat/)).toBeNull();
    await fireEvent.contextMenu(bubble('dos'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Translate' }));
    expect(within(bubble('dos')).getByText('Translating…')).toBeVisible();
    expect(told()).toContain('Translating…');
    await clock.advance(50);
    const done = 'Translated from Spanish by Apertium';
    expect(await within(bubble('2')).findByText(done)).toBeInTheDocument();
    expect(told()).toContain(done);
    expect(bubble('uno')).not.toHaveTextContent('Translat');
    await fireEvent.contextMenu(bubble('one'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show original' }));
    expect(bubble('dos')).toBeInTheDocument();
    expect(told()).toContain('This is what was written.');
  });

  it('says why one message is not translated to who asked for it only', async () => {
    answer = () => ({ reason: 'unsure' });
    await show(true);
    await clock.advance(50);
    expect(screen.queryByText(/recognised/)).toBeNull();
    await fireEvent.keyDown(bubble('dos'), { key: 'l' });
    await clock.advance(50);
    const list = screen.getAllByRole('article').map(({ textContent }) => textContent);
    expect(list.filter((text) => text.includes('recognised'))).toHaveLength(1);
    expect(told()).toContain('recognised');
  });

  it('shows the translation of an edit, and not the one from before', async () => {
    await show(true);
    await clock.advance(50);
    await screen.findByText('2');
    const edit = { type: 'message.edited', message: 2, version: 2, text: 'dos y medio' };
    const frame = { op: 'entry', chatId: CHAT, seq: 4, by: ANA, ...edit };
    socket.receive({ ...frame, at: new Date(clock.now()).toISOString() });
    expect(await screen.findByText('dos y medio')).toBeInTheDocument();
    expect(bubble('dos y medio')).toHaveTextContent('Translating…');
    answer = () => ({
      version: 2,
      sourceLanguage: 'es',
      text: 'two and a half',
      engine: 'apertium',
    });
    await clock.advance(5_050);
    expect(await screen.findByText('two and a half')).toBeInTheDocument();
    expect(screen.queryByText('dos y medio')).toBeNull();
  });

  it('reads out what is said now in my language', async () => {
    await show(true);
    const log = screen.getByRole('log', { name: 'New messages' });
    const now = { text: 'cuatro', postedAt: new Date(clock.now()).toISOString() };
    socket.receive({ op: 'entry', ...posted(4, now) });
    expect(await screen.findByText('cuatro')).toBeInTheDocument();
    expect(log).toHaveTextContent('');
    translations.heard({
      ...{ op: 'message.translated', chatId: CHAT, message: 4, version: 1, language: 'en' },
      ...{ sourceLanguage: 'es', text: 'four', engine: 'apertium' },
    });
    expect(await within(log).findByText('four')).toHaveAttribute('lang', 'en');
    expect(log).toHaveTextContent('Somebody: four');
    expect(log).not.toHaveTextContent('cuatro');
  });

  it('tells in which language a message is that nobody translates', async () => {
    answer = () => ({ sourceLanguage: 'de', reason: 'no-engine' });
    await show(true);
    await clock.advance(50);
    await screen.findByText('Nothing here translates German into English.');
    expect(bubble('dos').querySelector('.text')).toHaveAttribute('lang', 'de');
  });

  it('leaves the focus with the message whose button goes away', async () => {
    const browser = new FakeTranslator();
    browser.toBeHad.add('es-en');
    const storage = new FakeStorage();
    storage.set('translation.onDevice', 'on');
    await show(true, { storage, device: new OnDeviceTranslator(browser) });
    const button = await screen.findByRole('button', { name: 'Download' });
    browser.pressed = true;
    const owner = button.closest('article');
    await userEvent.click(button);
    expect(owner).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
  });

  it('is chosen for a chat in its header', async () => {
    await show(false);
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    const item = screen.getByRole('menuitemcheckbox', { name: 'Translate this chat' });
    expect(item).toHaveAttribute('aria-checked', 'false');
    await userEvent.click(item);
    expect(choices).toEqual([[CHAT, true]]);
    expect(await screen.findByText(/read in English/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    const chosen = screen.getByRole('menuitemcheckbox', { name: 'Translate this chat' });
    expect(chosen).toHaveAttribute('aria-checked', 'true');
  });
});
