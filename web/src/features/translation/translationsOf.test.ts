import { describe, expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import { CHAT, FakeStorage, ME } from '../../test/fakes';
import { translationsOf } from './translationsOf';

describe('the translations of whoever is signed in', () => {
  it('are kept at the suite', async () => {
    const requests: string[] = [];
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input, init) => {
        requests.push(`${init?.method ?? ''} ${input as string}`);
        const kept = { language: 'en', everything: true, chats: { [CHAT]: false } };
        return Promise.resolve(
          init?.method === 'GET'
            ? new Response(JSON.stringify(kept))
            : new Response(null, { status: 204 }),
        );
      },
    });
    const translations = translationsOf(http, {
      ...{ me: ME, readIn: () => true, serverNow: () => Date.now() },
      storage: new FakeStorage(),
    });
    await translations.connected();
    await translations.wishes.chooseChat(CHAT, true);
    await translations.wishes.chooseChat(CHAT, false);
    translations.dispose();
    expect(requests).toEqual([
      'GET /translate/preferences',
      `DELETE /translate/preferences/chats/${CHAT}`,
      `PUT /translate/preferences/chats/${CHAT}`,
    ]);
  });
});
