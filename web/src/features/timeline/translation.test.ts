import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { TranslationsOptions } from '$features/translation';
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
  settled,
  summary,
} from '../../test/fakes';
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
    const translations = someTranslations({
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
    expect(bubble('uno')).toHaveTextContent('Translating…');
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
    const buttons = await screen.findAllByRole('button', { name: 'Show original' });
    expect(
      buttons.map(({ tabIndex }) => tabIndex).filter((stop) => stop === 0).length,
    ).toBeLessThan(2);
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
    await clock.advance(50);
    expect(await screen.findByText('Translated from Spanish by Apertium')).toBeInTheDocument();
    expect(bubble('uno')).not.toHaveTextContent('Translat');
    await fireEvent.contextMenu(bubble('one'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show original' }));
    expect(bubble('dos')).toBeInTheDocument();
  });

  it('says why one message is not translated to who asked for it only', async () => {
    answer = () => ({ reason: 'unsure' });
    await show(true);
    await clock.advance(50);
    expect(screen.queryByText(/recognised/)).toBeNull();
    await fireEvent.keyDown(bubble('dos'), { key: 'l' });
    await clock.advance(50);
    expect(await screen.findAllByText(/recognised/)).toHaveLength(1);
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
