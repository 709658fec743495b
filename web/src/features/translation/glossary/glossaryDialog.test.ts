import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import { i18n } from '$platform/i18n';
import {
  ANA,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  LEO,
  ME,
  message,
  settled,
} from '../../../test/fakes';
import { GLOSSARY, GlossarySuite, refused, term } from '../../../test/glossarySuite';
import { FakeTranslator } from '../../../test/fakeTranslator';
import GlossaryHarness from '../../../test/GlossaryHarness.svelte';
import { someTranslations } from '../../../test/someTranslations';
import { OnDeviceTranslator } from '../onDevice';
import type { TranslationsOptions } from '../translationsOptions';

const OFFER = {
  languages: [],
  pairs: [
    { source: 'es', target: 'en', engine: 'apertium' },
    { source: 'en', target: 'es', engine: 'apertium' },
  ],
  engines: [{ name: 'apertium', available: true }],
};

describe('the glossary of a chat', () => {
  let suite: GlossarySuite;
  let clock: FakeClock;
  let socket: FakeSocket;

  beforeEach(() => {
    suite = new GlossarySuite();
    clock = new FakeClock();
  });

  async function show(editable = true, more: Partial<TranslationsOptions> = {}) {
    const { http } = suite;
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
    conversations.start();
    await settled();
    socket.receive(hello(clock));
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    directory.learn([
      { id: ANA, handle: 'ana', displayName: 'Ana Ruiz' },
      { id: ME, handle: 'me', displayName: 'Me Myself' },
    ]);
    const translations = someTranslations({
      clock,
      fetchOffer: () => Promise.resolve(OFFER),
      ...more,
    });
    render(GlossaryHarness, { http, conversations, directory, translations, editable });
    await settled();
    return translations;
  }

  const rows = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  const field = (name: string) => screen.getByRole('textbox', { name });
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const languages = () =>
    [...screen.getByRole<HTMLSelectElement>('combobox').options].map(({ label }) => label);

  /** Asks for a word to be taken away, and answers what is asked. */
  async function remove(word: string, place = 'Into all languages') {
    await press(`Remove “${word}”: ${place}`);
    const question = screen.getByRole('dialog', { name: `Remove “${word}”?` });
    await userEvent.click(within(question).getByRole('button', { name: 'Remove' }));
    return question;
  }

  it('is shown to a member, with what becomes of each word, and nothing to change it', async () => {
    suite.store({ word: 'zarzuela' });
    suite.store({ word: 'árbol', language: 'en', translation: 'mast' }, LEO);
    suite.store({ word: 'Árbol' });
    await show(false);
    await screen.findByRole('heading', { name: '3 of 500 words' });
    const [first, second, third] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Árbol Stays as it is Into all languages · Added by Ana Ruiz');
    expect(second).toHaveTextContent('árbol Becomes mast Into English · Added by Somebody');
    expect(screen.getByText('mast')).toHaveAttribute('lang', 'en');
    expect(third).toHaveTextContent('zarzuela');
    expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Close',
    ]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it.each([
    [true, 'Add names and what else a machine gets wrong.'],
    [false, /^Owners and administrators of this chat can add names/],
  ])('says what it is for when it is empty (editable: %s)', async (editable, hint) => {
    await show(editable);
    expect(await screen.findByText('No words of its own yet')).toBeVisible();
    expect(screen.getByText(hint)).toBeVisible();
    expect(screen.getByText(/it leaves these words as they are/)).toBeVisible();
  });

  it('says that it is being loaded, what went wrong, and is loaded when that is asked for', async () => {
    let cut: (why: Error) => void = () => {};
    suite.next.push(new Promise<Response>((_resolve, reject) => (cut = reject)));
    suite.store({ word: 'Playa' });
    await show();
    expect(screen.getByText('Loading…')).toBeVisible();
    cut(new TypeError('Failed to fetch'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Tertulia did not answer.');
    expect(screen.queryByText('Loading…')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('Try again');
    await expect.poll(rows).toEqual([expect.stringContaining('Playa')]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says so to who is not in the chat any more', async () => {
    suite.next.push(refused(404, 'chat-not-found'));
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('You are not in this chat any more');
  });

  it('takes a name that stays in every language, and then the next one', async () => {
    await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), ' Playa ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => suite.writes).toEqual([['POST', GLOSSARY, { word: 'Playa' }]]);
    expect(await screen.findByText('“Playa” is in the glossary now.')).toBeVisible();
    expect(rows()).toEqual([expect.stringContaining('Stays as it is')]);
    expect(field('Word or phrase')).toHaveValue('');
    expect(field('Word or phrase')).toHaveFocus();
    await userEvent.keyboard('Puerto{Enter}');
    await expect.poll(() => rows().length).toBe(2);
    expect(screen.getByRole('status')).toHaveTextContent('“Puerto” is in the glossary now.');
    await userEvent.keyboard('x');
    expect(screen.getByRole('status')).toHaveTextContent(/^$/);
  });

  it('takes what a word becomes, once it is said in which language', async () => {
    await show();
    await userEvent.click(await screen.findByRole('radio', { name: 'Becomes' }));
    expect(languages()).toEqual(['Choose a language', 'Any language', 'English', 'Spanish']);
    await userEvent.type(field('Word or phrase'), '!?');
    await press('Add word');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'It has to have a letter or a digit.',
      'Please fill this in.',
      'Please fill this in.',
    ]);
    await expect.poll(() => document.activeElement).toBe(field('Word or phrase'));
    expect(suite.writes).toEqual([]);

    await userEvent.clear(field('Word or phrase'));
    await userEvent.type(field('Word or phrase'), 'guardia');
    await userEvent.type(field('What it becomes'), 'watch');
    await userEvent.selectOptions(screen.getByRole('combobox'), 'English');
    await press('Add word');
    await expect
      .poll(() => suite.writes)
      .toEqual([['POST', GLOSSARY, { word: 'guardia', language: 'en', translation: 'watch' }]]);
    await expect.poll(rows).toEqual([expect.stringContaining('Into English · Added by Me Myself')]);
    // The next word is as likely for the same language.
    expect(screen.getByRole('combobox')).toHaveValue('en');
    expect(field('What it becomes')).toHaveValue('');
  });

  it('keeps what was typed when nobody answers, and adds it when asked again', async () => {
    await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'Playa');
    suite.next.push(null);
    await press('Add word');
    expect(await screen.findByRole('alert')).toHaveTextContent('Tertulia did not answer.');
    expect(field('Word or phrase')).toHaveValue('Playa');
    expect(screen.queryByRole('listitem')).toBeNull();
    await press('Add word');
    await expect.poll(rows).toEqual([expect.stringContaining('Playa')]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has a word whose first answer was lost once, and says that it is there', async () => {
    await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'Playa');
    suite.next.push(null);
    await press('Add word');
    suite.store({ word: 'Playa' }, ME);
    suite.next.push(refused(409, 'glossary-term-exists'));
    await press('Add word');
    expect(await screen.findByText('“Playa” is in the glossary now.')).toBeVisible();
    expect(rows()).toHaveLength(1);
    expect(field('Word or phrase')).toHaveValue('');
  });

  it('shows what somebody else has made of the same word, and keeps what was typed', async () => {
    await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'playa');
    suite.store({ word: 'Playa' });
    suite.next.push(refused(409, 'glossary-term-exists'));
    await press('Add word');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The glossary has this word already for that language.',
    );
    expect(rows()).toEqual([expect.stringContaining('Playa')]);
    expect(field('Word or phrase')).toHaveValue('playa');
    expect(field('Word or phrase')).toBeInvalid();
    await expect.poll(() => document.activeElement).toBe(field('Word or phrase'));
    await userEvent.keyboard('s');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field('Word or phrase')).toBeValid();
  });

  it.each([
    [409, 'too-many-glossary-terms', 'The glossary has as many words as it can hold.'],
    [403, 'forbidden', 'Only owners and administrators of this chat can change its glossary.'],
    [404, 'chat-not-found', 'You are not in this chat any more'],
    [400, 'validation-failed', 'Some of what you wrote was not accepted.'],
    [503, 'service-unavailable', 'This part of Tertulia is resting.'],
  ])('says what %i %s means', async (status, slug, text) => {
    await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'Playa');
    suite.next.push(refused(status, slug));
    await press('Add word');
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(field('Word or phrase')).toHaveValue('Playa');
  });

  it('gives a word up after asking, and goes on with the next one', async () => {
    for (const word of ['a', 'b']) suite.store({ word });
    suite.store({ word: 'b', language: 'en' });
    await show();
    await screen.findByRole('heading', { name: '3 of 500 words' });
    await press('Remove “b”: Into all languages');
    expect(suite.writes).toEqual([]);
    await press('Cancel');
    await remove('b');
    await expect.poll(() => suite.writes).toEqual([['DELETE', `${GLOSSARY}/t2`, null]]);
    expect(await screen.findByText('“b” was removed.')).toBeVisible();
    expect(screen.queryByRole('dialog', { name: 'Remove “b”?' })).toBeNull();
    await expect
      .poll(() => document.activeElement)
      .toBe(screen.getByRole('button', { name: 'Remove “b”: Into English' }));

    await remove('b', 'Into English');
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe('Remove “a”: Into all languages');
    await remove('a');
    expect(await screen.findByText('No words of its own yet')).toBeVisible();
    await expect
      .poll(() => document.activeElement)
      .toBe(screen.getByRole('group', { name: 'Glossary of this chat' }));
  });

  it('says that somebody was faster, and shows what is there now', async () => {
    suite.store({ word: 'Playa' });
    await show();
    await screen.findByRole('listitem');
    suite.terms = [term('t9', { word: 'Puerto' })];
    suite.next.push(refused(404, 'not-found'));
    await remove('Playa');
    expect(await screen.findByText('Somebody had removed “Playa” already.')).toBeVisible();
    await expect.poll(rows).toEqual([expect.stringContaining('Puerto')]);
  });

  it('keeps a word that could not be given up, and says why until it is asked again', async () => {
    suite.store({ word: 'Playa' });
    await show();
    await screen.findByRole('listitem');
    suite.next.push(refused(403, 'forbidden'));
    const question = await remove('Playa');
    expect(await within(question).findByRole('alert')).toHaveTextContent('Only owners');
    expect(rows()).toHaveLength(1);
    await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    await press('Remove “Playa”: Into all languages');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that there is no connection, keeps what is typed, and looks again when there is', async () => {
    suite.store({ word: 'Playa' });
    await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'Puerto');
    socket.hangUp(1006);
    expect(await screen.findByText(/^There is no connection\./)).toBeVisible();
    suite.store({ word: 'Arena' });
    await clock.advance(60_000);
    socket.receive(hello(clock));
    await expect.poll(() => screen.queryByText(/^There is no connection\./)).toBeNull();
    await expect.poll(() => rows().length).toBe(2);
    expect(field('Word or phrase')).toHaveValue('Puerto');
  });

  it('finds a word among many by either side of it', async () => {
    for (let n = 0; n < 10; n += 1) suite.store({ word: `palabra ${String(n)}` });
    suite.store({ word: 'Árbol', language: 'en', translation: 'mast' });
    await show();
    const search = await screen.findByRole('searchbox', { name: 'Find a word' });
    await userEvent.type(search, 'arbol');
    expect(rows()).toEqual([expect.stringContaining('Árbol')]);
    await userEvent.clear(search);
    await userEvent.type(search, 'MAST');
    expect(rows()).toEqual([expect.stringContaining('Árbol')]);
    await userEvent.type(search, 'x');
    expect(screen.getByText('No word here is like that.')).toBeVisible();
    // With few of them there is nothing to look for, and nothing is left out.
    await userEvent.clear(search);
    await userEvent.type(search, 'mast');
    await remove('Árbol', 'Into English');
    await expect.poll(() => rows().length).toBe(10);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('offers every language that has a name where nobody knows which there are', async () => {
    await show(true, { fetchOffer: () => Promise.reject(new Error('away')) });
    await screen.findByRole('combobox');
    expect(languages().slice(0, 2)).toEqual(['Any language', 'Arabic']);
    expect(languages()).toContain('Basque');
  });

  it('says where it counts for nothing', async () => {
    const browser = new FakeTranslator();
    const translations = await show(true, { device: new OnDeviceTranslator(browser) });
    const onDevice = /^On this device your browser translates/;
    expect(screen.queryByText(onDevice)).toBeNull();
    await translations.translateHere(true);
    expect(await screen.findByText(onDevice)).toBeVisible();
  });

  it('says so where no engine is installed', async () => {
    const offer = { languages: [], pairs: [], engines: [] };
    await show(true, { fetchOffer: () => Promise.resolve(offer) });
    expect(await screen.findByText(/^No translation engine is installed here/)).toBeVisible();
  });

  it('has what is on the screen translated anew with each change, and with nothing else', async () => {
    const translations = await show(true, {
      fetchPreferences: () => Promise.resolve({ language: 'en', everything: true, chats: {} }),
      fetchTranslations: (_chat, seqs, language) =>
        Promise.resolve(seqs.map((seq) => ({ message: seq, version: 1, language, text: 'one' }))),
    });
    await translations.connected();
    const said = message(3);
    const read = async () => {
      translations.want(said);
      await clock.advance(50);
      expect(translations.of(said)).toMatchObject({ kind: 'translated' });
    };
    await read();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'Playa');
    suite.next.push(refused(403, 'forbidden'));
    await press('Add word');
    await screen.findByRole('alert');
    expect(translations.of(said)).toMatchObject({ kind: 'translated' });
    await press('Add word');
    await screen.findByRole('listitem');
    expect(translations.of(said)).toBeNull();
    await read();
    await remove('Playa');
    await screen.findByText('No words of its own yet');
    expect(translations.of(said)).toBeNull();
  });

  it('speaks Spanish', async () => {
    i18n.speak('es');
    suite.store({ word: 'guardia', language: 'en', translation: 'watch' });
    await show();
    expect(await screen.findByRole('heading', { name: '1 de 500 palabras' })).toBeVisible();
    expect(rows()).toEqual([expect.stringMatching(/guardia.*Pasa a ser.*watch.*Al inglés/s)]);
    expect(screen.getByRole('button', { name: 'Quitar «guardia»: Al inglés' })).toBeInTheDocument();
  });
});
