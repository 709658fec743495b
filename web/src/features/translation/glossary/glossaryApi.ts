import type { GlossaryTerm, NewGlossaryTerm } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** All words of a chat. */
export async function fetchGlossary(
  http: HttpClient,
  chatId: string,
): Promise<readonly GlossaryTerm[]> {
  const { terms } = await http.get<{ readonly terms: readonly GlossaryTerm[] }>(pathOf(chatId));
  return terms;
}

export function addTerm(
  http: HttpClient,
  chatId: string,
  term: NewGlossaryTerm,
): Promise<GlossaryTerm> {
  return http.post<GlossaryTerm>(pathOf(chatId), term);
}

export function deleteTerm(http: HttpClient, chatId: string, termId: string): Promise<void> {
  return http.delete(`${pathOf(chatId)}/${termId}`);
}

function pathOf(chatId: string): string {
  return `/chats/${chatId}/glossary`;
}
