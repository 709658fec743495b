import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../../test/fakes';
import { FakeTranslator } from '../../test/fakeTranslator';
import { browserTranslation, OnDeviceTranslator } from './onDevice';

describe('the translator of the browser', () => {
  let browser: FakeTranslator;
  let translator: OnDeviceTranslator;
  const wanted = () => true;

  beforeEach(() => {
    browser = new FakeTranslator();
    browser.there.add('es-en');
    translator = new OnDeviceTranslator(browser);
  });

  it('is known by both of its parts', () => {
    expect(browserTranslation({})).toBeNull();
    expect(browserTranslation({ Translator: {} })).toBeNull();
    expect(browserTranslation(browser)).toBe(browser);
  });

  it('is given nothing but words', async () => {
    const text = 'Hola @ana, mira `npm test` en https://example.org/a **ya** :party:';
    expect(await translator.translateInTurn(text, 'en', wanted)).toEqual({
      kind: 'translated',
      text: 'en(Hola) @ana, en(mira) `npm test` en(en) https://example.org/a **en(ya)** :party:',
      from: 'es',
    });
    expect(browser.given).toEqual(['Hola', 'mira', 'en', 'ya']);
  });

  it.each([
    ['123 👍', 'no-words', { detectedLanguage: 'es', confidence: 1 }],
    ['hm', 'unsure', { detectedLanguage: 'es', confidence: 0.2 }],
    ['hm', 'unsure', { detectedLanguage: 'und', confidence: 0.9 }],
    ['hello', 'same-language', { detectedLanguage: 'en-GB', confidence: 0.9 }],
    ['hallo', 'no-engine', { detectedLanguage: 'de', confidence: 0.9 }],
  ])('says of %s that it is %s', async (text, reason, detected) => {
    browser.detected = detected;
    expect(await translator.translateInTurn(text, 'en', wanted)).toMatchObject({
      kind: 'none',
      reason,
    });
    expect(browser.given).toEqual([]);
  });

  it('downloads nothing by itself', async () => {
    browser.there.clear();
    browser.toBeHad.add('es-en');
    browser.pressed = true;
    expect(await translator.translateInTurn('hola', 'en', wanted)).toMatchObject({
      reason: 'not-downloaded',
    });
    browser.detectorThere = false;
    expect(
      await new OnDeviceTranslator(browser).translateInTurn('hola', 'en', wanted),
    ).toMatchObject({
      reason: 'not-downloaded',
    });
    expect(await translator.translateNow('hola', 'en')).toMatchObject({ text: 'en(hola)' });
  });

  it('survives a translation that fails', async () => {
    const failing = new OnDeviceTranslator({
      ...{ LanguageDetector: browser.LanguageDetector },
      Translator: {
        ...{ availability: () => Promise.resolve('available') },
        create: () => Promise.reject(new Error('no memory')),
      },
    });
    expect(await failing.translateInTurn('hola', 'en', wanted)).toMatchObject({
      reason: 'engines-failed',
    });
  });

  it('knows what it can translate into', async () => {
    browser.toBeHad.add('en-es').add('en-de');
    expect(await translator.languages()).toEqual(['de', 'en', 'es']);
  });

  it('translates nothing that nobody wants any more when its turn comes', async () => {
    let reading = true;
    const one = translator.translateInTurn('adiós', 'en', () => reading);
    const other = translator.translateInTurn('hola', 'en', wanted);
    reading = false;
    await other;
    expect(await one).toBeNull();
    expect(browser.given).toEqual(['hola']);
  });

  it('begins with what was asked for last', async () => {
    await Promise.all(
      ['uno', 'dos', 'tres'].map((text) => translator.translateInTurn(text, 'en', wanted)),
    );
    expect(browser.given).toEqual(['tres', 'dos', 'uno']);
  });

  it('keeps nothing in memory once it is disposed of, nor opens anything', async () => {
    await translator.translateNow('hola', 'en');
    expect(browser.open).toBe(2);
    const underWay = translator.translateNow('hola', 'fr');
    translator.dispose();
    await underWay;
    await translator.translateNow('hola', 'en');
    expect(await translator.translateInTurn('hola', 'en', wanted)).toBeNull();
    await settled();
    expect(browser.open).toBe(0);
  });
});
