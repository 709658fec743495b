import { createContext } from 'svelte';
import type { HttpClient } from './httpClient';

export { HttpClient, type Query, type RequestOptions, type TokenSource } from './httpClient';
export { isAbort, NetworkError, ProblemError, slugOf, type Problem } from './problem';

/** The signed-in person's client, for every component below the shell. */
export const [useHttp, provideHttp] = createContext<HttpClient>();
