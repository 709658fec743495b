import { render, screen } from '@testing-library/svelte';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { Translations, TranslationsOptions } from '$features/translation';
import type { MessageTranslationView, MessageView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import {
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  GROUP_VIEW,
  FakeStorage,
  hello,
  ME,
  message,
  settled,
  summary,
} from './fakes';
import { someTranslations } from './someTranslations';
import TimelineHarness from './TimelineHarness.svelte';

/** A group in which others write in Spanish, shown to somebody who reads English. */
export class ChatInMyLanguage {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
  /** Chats that were set apart. */
  readonly choices: [string, boolean][] = [];
  readonly messages: MessageView[] = [
    message(1, { text: 'uno' }),
    message(2, { text: 'dos' }),
    message(3, { text: 'mine', senderId: ME }),
  ];
  /** What the suite says of a message. */
  answer: (seq: number) => Partial<MessageTranslationView> = (seq) => ({
    sourceLanguage: 'es',
    text: `**one** ${String(seq)}`,
    engine: 'apertium',
  });
  socket = new FakeSocket([]);
  translations: Translations = someTranslations();
  /** Takes what is shown away, as when another chat is opened. */
  leave: () => void = () => undefined;

  async show(everything: boolean, more: Partial<TranslationsOptions> = {}): Promise<void> {
    const { clock, choices } = this;
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input) =>
        Promise.resolve(new Response(JSON.stringify(this.#answerTo(input as string)))),
    });
    const conversations = new Conversations({
      me: ME,
      http,
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage: this.storage,
      kept: new FakeKept(),
      clock,
      openSocket: (protocols) => (this.socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    this.translations = someTranslations({
      clock,
      fetchPreferences: () => Promise.resolve({ language: 'en', everything, chats: {} }),
      saveChatChoice: (chatId, translate) => {
        choices.push([chatId, translate]);
        return Promise.resolve();
      },
      fetchTranslations: (_chat, seqs, language) =>
        Promise.resolve(
          seqs.map((seq) => ({ message: seq, version: 1, language, ...this.answer(seq) })),
        ),
      ...more,
    });
    const { translations } = this;
    await translations.connected();
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Libros', lastSeq: 3, readSeq: 3 });
    this.socket.receive(hello(clock, { chats: [chat] }));
    const services = { conversations, http, directory, translations };
    const { unmount } = render(TimelineHarness, { ...services, chatId: CHAT });
    this.leave = unmount;
    await screen.findByText('uno');
  }

  bubble(text: string): HTMLElement {
    const found = screen.getByText(text).closest('article');
    if (found === null) throw new Error(`${text} is in no message`);
    return found;
  }

  #answerTo(address: string): unknown {
    const { pathname } = new URL(address, 'http://suite.test');
    const { messages } = this;
    if (pathname.endsWith('/messages')) return { items: messages, before: null, lastSeq: 3 };
    if (pathname.endsWith('/pins')) return { items: messages.slice(0, 1) };
    return /threads|drafts|members|emoji/.test(pathname) ? { items: [] } : GROUP_VIEW;
  }
}
