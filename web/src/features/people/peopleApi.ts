import type { Page, UserView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** People by id; those who are not known are left out. At most 100 ids. */
export async function fetchPeople(
  http: HttpClient,
  ids: readonly string[],
): Promise<readonly UserView[]> {
  const page = await http.get<Page<UserView>>('/users', { query: { ids: ids.join(',') } });
  return page.items;
}

/** Somebody by their handle; null when nobody has it. */
export async function findByHandle(
  http: HttpClient,
  handle: string,
  signal: AbortSignal,
): Promise<UserView | null> {
  const { items } = await findPeople(http, handle, null, signal);
  return items.find((person) => person.handle === handle) ?? null;
}

/** People whose name or handle matches, best first. */
export function findPeople(
  http: HttpClient,
  query: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<UserView>> {
  return http.get<Page<UserView>>('/users', { query: { query, cursor, limit: 20 }, signal });
}
