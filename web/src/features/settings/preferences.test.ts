import { beforeEach, describe, expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import { i18n } from '$platform/i18n';
import { Preferences } from './preferences.svelte';

function suite(kept: object) {
  const puts: unknown[] = [];
  const http = new HttpClient({
    base: '',
    tokens: null,
    fetch: (_input, init) => {
      if (init?.method === 'PUT') puts.push(JSON.parse(init.body as string));
      return Promise.resolve(new Response(JSON.stringify(kept)));
    },
  });
  return { http, puts };
}

describe('Preferences', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('begin as the browser wishes', () => {
    const preferences = new Preferences(localStorage);
    expect(preferences.language).toBeNull();
    expect(i18n.language).toBe('en');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('are in force at once and told to the suite', async () => {
    const { http, puts } = suite({});
    const preferences = new Preferences(localStorage);
    await preferences.save(http, { theme: 'dark', language: 'es' });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(document.documentElement.lang).toBe('es');
    expect(puts).toEqual([{ language: 'es', theme: 'dark' }]);
    expect(new Preferences(localStorage).theme).toBe('dark');
  });

  it('give the bar of the window the colour of the theme', () => {
    document.head.innerHTML = ['light', 'dark']
      .map((scheme) => `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" />`)
      .join('');
    const colours = () =>
      [...document.querySelectorAll('meta')].map((meta) => meta.getAttribute('content'));
    const preferences = new Preferences(localStorage);
    expect(colours()).toEqual(['#f6f4f0', '#151716']);
    preferences.choose({ theme: 'dark' });
    expect(colours()).toEqual(['#151716', '#151716']);
    preferences.choose({ theme: 'system' });
    expect(colours()).toEqual(['#f6f4f0', '#151716']);
    document.head.innerHTML = '';
  });

  it('follow the person to another browser', async () => {
    const { http, puts } = suite({ language: 'es', theme: 'light' });
    const preferences = new Preferences(localStorage);
    await preferences.load(http);
    expect(preferences.theme).toBe('light');
    expect(i18n.language).toBe('es');
    expect(puts).toEqual([]);
  });

  it('keep at the suite what was chosen before logging in', async () => {
    const { http, puts } = suite({ language: null, theme: 'system' });
    const preferences = new Preferences(localStorage);
    preferences.choose({ language: 'es' });
    await preferences.load(http);
    expect(puts).toEqual([{ language: 'es', theme: 'system' }]);
  });
});
