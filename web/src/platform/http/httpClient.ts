import { isAbort, NetworkError, problemOf } from './problem';

/** Where access tokens come from. Shared by HTTP and the live connection. */
export interface TokenSource {
  /** The token at hand when it has not expired, else null. */
  current(): string | null;
  /**
   * A token other than `failed`, asked for when there is none. Null when the session has ended.
   * Fails with NetworkError when the suite cannot be reached: the session then still stands.
   */
  renew(failed: string | null): Promise<string | null>;
}

/** A list is sent as its name once for each of its values; what is empty is left out. */
export type Query = Record<string, string | number | readonly string[] | null | undefined>;

export interface RequestOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

export interface HttpClientOptions {
  readonly base: string;
  /** Null for requests that carry no token: registration, login, refresh. */
  readonly tokens: TokenSource | null;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/**
 * The one way to the suite's REST API. Sends and reads JSON, carries the access token, and renews it once when
 * it is refused.
 *
 * Fails with ProblemError when the suite refuses, with NetworkError when it does not answer in time, and with
 * the AbortError of the signal when the caller gave up.
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #fetch: typeof fetch;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.#fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  }

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.#json<T>('GET', path, options);
  }

  post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.#json<T>('POST', path, { ...options, body });
  }

  put<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.#json<T>('PUT', path, { ...options, body });
  }

  patch<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.#json<T>('PATCH', path, { ...options, body });
  }

  /** Undefined when nothing is left to be said of it. */
  delete<T = undefined>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.#json<T>('DELETE', path, options);
  }

  async #json<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const response = await this.#exchange(method, path, options);
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }

  async #exchange(method: string, path: string, options: RequestOptions): Promise<Response> {
    const { tokens } = this.#options;
    if (tokens === null) return succeeded(await this.#send(method, path, options, null));
    const token = tokens.current() ?? (await tokens.renew(null));
    const response = await this.#send(method, path, options, token);
    if (response.status !== 401 || token === null) return succeeded(response);
    const refusal = await problemOf(response);
    // A wrong password is not a matter of the token.
    const renewed = refusal.slug === 'invalid-credentials' ? null : await tokens.renew(token);
    if (renewed === null) throw refusal;
    return succeeded(await this.#send(method, path, options, renewed));
  }

  async #send(
    method: string,
    path: string,
    options: RequestOptions,
    token: string | null,
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
    if (token !== null) headers['Authorization'] = `Bearer ${token}`;
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    const timeout = AbortSignal.timeout(this.#options.timeoutMs ?? 15_000);
    try {
      return await this.#fetch(this.#url(path, options.query), {
        method,
        headers,
        body: options.body === undefined ? null : JSON.stringify(options.body),
        credentials: 'same-origin',
        signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      });
    } catch (error) {
      if (isAbort(error) && options.signal?.aborted === true) throw error;
      throw new NetworkError(error);
    }
  }

  #url(path: string, query: Query = {}): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value === null || value === undefined || value === '') continue;
      for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
    }
    const suffix = search.size === 0 ? '' : `?${search.toString()}`;
    return this.#options.base + path + suffix;
  }
}

async function succeeded(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw await problemOf(response);
}
