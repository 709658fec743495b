import type { UserView } from '$platform/api/types';
import { PagedList } from '$platform/async';
import type { HttpClient } from '$platform/http';
import type { Directory } from './directory.svelte';
import { findPeople } from './peopleApi';

/** Fewer letters than this match half the suite. */
export const LEAST_LETTERS = 2;

/** A search for people that teaches the directory whom it finds. */
export function peopleSearch(http: HttpClient, directory: Directory): PagedList<UserView> {
  return new PagedList<UserView>(async (query, cursor, signal) => {
    const page = await findPeople(http, query, cursor, signal);
    directory.learn(page.items);
    return page;
  });
}

/** Searches when there is enough to search for, else empties the list. */
export function searchOrClear(list: PagedList<UserView>, query: string): void {
  if (query.trim().length >= LEAST_LETTERS) list.search(query.trim());
  else list.clear();
}
