import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TranslationOffer, TranslationPreferences } from '$platform/api/types';
import { i18n } from '$platform/i18n';
import { FakeStorage, settled } from '../../test/fakes';
import { FakeTranslator } from '../../test/fakeTranslator';
import { someTranslations } from '../../test/someTranslations';
import TranslationHarness from '../../test/TranslationHarness.svelte';
import { OnDeviceTranslator } from './onDevice';
import type { TranslationsOptions } from './translationsOptions';

const OFFER: TranslationOffer = {
  languages: [
    { language: 'es', name: 'Spanish' },
    { language: 'en', name: 'English' },
  ],
  pairs: [
    { source: 'es', target: 'en', engine: 'apertium' },
    { source: 'en', target: 'es', engine: 'apertium' },
  ],
  engines: [{ name: 'apertium', available: true }],
};

describe('the setting of translations', () => {
  let saved: unknown[];
  let offer: TranslationOffer;
  let preferences: TranslationPreferences;

  beforeEach(() => {
    saved = [];
    offer = OFFER;
    preferences = { language: null, everything: false, chats: {} };
  });

  async function show(more: Partial<TranslationsOptions> = {}) {
    const translations = begin(more);
    await screen.findByRole('combobox');
    return translations;
  }

  function begin(more: Partial<TranslationsOptions>) {
    const translations = someTranslations({
      fetchOffer: () => Promise.resolve(offer),
      fetchPreferences: () => Promise.resolve(preferences),
      savePreferences: (wish) => {
        saved.push(wish);
        return Promise.resolve({ ...wish, chats: {} });
      },
      ...more,
    });
    render(TranslationHarness, { translations });
    return translations;
  }

  const languages = () =>
    [...screen.getByRole<HTMLSelectElement>('combobox').options].map(({ label }) => label);

  it('offers the languages that there is an engine for, and says which', async () => {
    await show();
    expect(languages()).toEqual(['Off: as it was written', 'English', 'Spanish']);
    expect(screen.getByText('Apertium: into English and Spanish')).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Spanish');
    expect(saved).toEqual([{ language: 'es', everything: true }]);
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Off: as it was written');
    expect(saved.at(-1)).toEqual({ language: 'es', everything: false });
  });

  it('names languages in the language of the page', async () => {
    i18n.speak('es');
    await show();
    expect(languages()).toEqual(['No: como se escribió', 'español', 'inglés']);
  });

  it('says what to do where no engine is installed, and forgets no choice', async () => {
    offer = { languages: [], pairs: [], engines: [{ name: 'apertium', available: false }] };
    preferences = { language: 'es', everything: true, chats: {} };
    await show();
    expect(screen.getByText(/No translation engine is installed here/)).toBeInTheDocument();
    expect(screen.getByText('apt-get install apertium apertium-eng-spa')).toBeInTheDocument();
    expect(screen.getByText('docs/translation-engines.md')).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveValue('es');
  });

  it('tells engines that stand behind others from those that come first', async () => {
    offer = {
      ...OFFER,
      pairs: OFFER.pairs.map((pair) => ({ ...pair, engine: 'deepl' })),
      engines: [
        { name: 'deepl', available: true },
        { name: 'apertium', available: true },
      ],
    };
    await show();
    expect(screen.getByText('DeepL: into English and Spanish')).toBeInTheDocument();
    expect(screen.getByText('Apertium: where the others fail')).toBeInTheDocument();
  });

  it('keeps what was chosen last, also while a choice is being kept', async () => {
    const answers: (() => void)[] = [];
    await show({
      savePreferences: (wish) => {
        saved.push(wish);
        return new Promise((done) =>
          answers.push(() => {
            done({ ...wish, chats: {} });
          }),
        );
      },
    });
    const field = screen.getByRole('combobox');
    await userEvent.selectOptions(field, 'Spanish');
    await userEvent.selectOptions(field, 'English');
    expect(field).toHaveValue('en');
    answers[0]?.();
    await vi.waitFor(() => {
      expect(answers).toHaveLength(2);
    });
    expect(field).toHaveValue('en');
    answers[1]?.();
    await settled();
    expect(saved.at(-1)).toEqual({ language: 'en', everything: true });
    expect(field).toHaveValue('en');
  });

  it('shows what another tab has chosen', async () => {
    const storage = new FakeStorage();
    const translations = await show({ storage: new FakeStorage(storage) });
    await someTranslations({ storage }).wishes.choose('es');
    expect(translations.wishes.preferences?.language).toBe('es');
    await vi.waitFor(() => {
      expect(screen.getByRole('combobox')).toHaveValue('es');
    });
  });

  it('shows what is so when a choice could not be kept', async () => {
    await show({ savePreferences: () => Promise.reject(new Error('away')) });
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Spanish');
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveValue('off');
  });

  it('says nothing of this device where the browser has no translator', async () => {
    await show();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('has this device translate, into what it can', async () => {
    const browser = new FakeTranslator();
    browser.toBeHad.add('en-fr');
    const translations = await show({ device: new OnDeviceTranslator(browser) });
    await userEvent.click(screen.getByRole('radio', { name: 'On this device' }));
    expect(translations.wishes.onDevice).toBe(true);
    await screen.findByRole('option', { name: 'French' });
    expect(languages()).toEqual(['Off: as it was written', 'French']);
    expect(screen.queryByText(/Apertium/)).toBeNull();
  });

  it('has this device translate although the suite can not be asked', async () => {
    const away = () => Promise.reject(new Error('away'));
    const storage = new FakeStorage();
    await someTranslations({ storage }).wishes.choose('fr');
    const browser = new FakeTranslator();
    browser.toBeHad.add('en-fr');
    const translations = begin({
      ...{ storage, fetchOffer: away, fetchPreferences: away },
      device: new OnDeviceTranslator(browser),
    });
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'On this device' }));
    expect(await screen.findByRole('combobox')).toHaveValue('fr');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(translations.wishes.onDevice).toBe(true);
  });

  it('looks what this device can do, also when that was chosen while the suite was asked', async () => {
    let fail: (error: Error) => void = () => {};
    const browser = new FakeTranslator();
    browser.toBeHad.add('en-fr');
    begin({
      fetchOffer: () => new Promise((_, reject) => (fail = reject)),
      device: new OnDeviceTranslator(browser),
    });
    await userEvent.click(screen.getByRole('radio', { name: 'On this device' }));
    fail(new Error('away'));
    expect(await screen.findByRole('combobox')).toBeInTheDocument();
  });

  it('says what this device does not know', async () => {
    await show({ device: new OnDeviceTranslator(new FakeTranslator()) });
    expect(screen.getByText(/does not know the words that a chat has of its own/)).toBeVisible();
  });

  it('stays with the server when this device can not', async () => {
    const browser = new FakeTranslator();
    browser.detectorThere = false;
    const translations = await show({ device: new OnDeviceTranslator(browser) });
    await userEvent.click(screen.getByRole('radio', { name: 'On this device' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This device can not translate');
    expect(screen.getByRole('radio', { name: 'On the server' })).toBeChecked();
    expect(translations.wishes.onDevice).toBe(false);
  });
});
