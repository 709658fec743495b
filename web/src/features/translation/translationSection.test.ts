import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TranslationOffer, TranslationPreferences } from '$platform/api/types';
import { i18n } from '$platform/i18n';
import { FakeTranslator } from '../../test/fakeTranslator';
import { someTranslations } from '../../test/someTranslations';
import TranslationHarness from '../../test/TranslationHarness.svelte';
import { OnDeviceTranslator } from './onDevice';
import type { TranslationsOptions } from './translations.svelte';

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
    await screen.findByRole('combobox');
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
