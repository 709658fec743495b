import type {
  MessageTranslationView,
  TranslationOffer,
  TranslationPreferences,
  TranslationView,
} from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PREFERENCES = '/translate/preferences';

export function fetchPreferences(http: HttpClient): Promise<TranslationPreferences> {
  return http.get<TranslationPreferences>(PREFERENCES);
}

/** What I read in general; the choices for single chats stay. */
export function savePreferences(
  http: HttpClient,
  wish: Pick<TranslationPreferences, 'language' | 'everything'>,
): Promise<TranslationPreferences> {
  return http.put<TranslationPreferences>(PREFERENCES, wish);
}

export async function saveChatChoice(
  http: HttpClient,
  chatId: string,
  translate: boolean,
): Promise<void> {
  await http.put(`${PREFERENCES}/chats/${chatId}`, { translate });
}

/** In this chat as in general again. */
export async function dropChatChoice(http: HttpClient, chatId: string): Promise<void> {
  await http.delete(`${PREFERENCES}/chats/${chatId}`);
}

/** What can be translated here, and by what. */
export function fetchOffer(http: HttpClient): Promise<TranslationOffer> {
  return http.get<TranslationOffer>('/translate/languages');
}

/** What messages of a chat say in a language, or why there is no translation; what is gone is left out. */
export async function fetchTranslations(
  http: HttpClient,
  chatId: string,
  seqs: readonly number[],
  language: string,
): Promise<readonly MessageTranslationView[]> {
  const query = { seqs: seqs.join(','), language };
  const path = `/chats/${chatId}/translations`;
  const { translations } = await http.get<{ translations: MessageTranslationView[] }>(path, {
    query,
  });
  return translations;
}

/** What words of my own are in another language. */
export async function translateText(
  http: HttpClient,
  text: string,
  target: string,
): Promise<TranslationView | null> {
  const [only] = await http.post<TranslationView[]>('/translate', { text, target });
  return only ?? null;
}
