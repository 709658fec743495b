import { createContext } from 'svelte';
import type { PersonView, TokenView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import { ProblemError, type TokenSource } from '$platform/http';

export interface SignedIn {
  readonly kind: 'signed-in';
  readonly person: PersonView;
}

export type SessionState =
  | SignedIn
  /** `ended`: the suite ended it (revoked or expired), not the person. */
  | { readonly kind: 'signed-out'; readonly ended: boolean };

export interface Registration {
  readonly handle: string;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
}

interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

type Message = { readonly kind: 'token'; readonly view: TokenView } | { readonly kind: 'left' };

const PERSON_KEY = 'tertulia.person';
const LOCK = 'tertulia.refresh';
/** A token with less than this left is not worth sending. */
const MARGIN_MS = 5_000;

export interface SessionOptions {
  readonly http: HttpClient;
  readonly storage: Storage;
  readonly channel: Pick<BroadcastChannel, 'postMessage'> & {
    onmessage: ((event: MessageEvent<Message>) => void) | null;
  };
  /** Runs `work` while no other tab runs any: Web Locks, where the browser has them. */
  readonly exclusively: <T>(lock: string, work: () => Promise<T>) => Promise<T>;
  readonly deviceName: string;
}

/**
 * Who is signed in. The access token lives in memory only; the refresh token in a cookie that scripts cannot
 * read. Who it was is remembered in local storage, so that a reload (also one without a network) starts at once
 * and the token is asked for when the first request needs it.
 *
 * Tabs share one session: renewal runs in one tab at a time, the others are handed what it got.
 */
export class Session implements TokenSource {
  readonly #options: SessionOptions;
  #state = $state.raw<SessionState>({ kind: 'signed-out', ended: false });
  #token: Token | null = null;
  #renewal: Promise<string | null> | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    const person = readPerson(options.storage);
    if (person !== null) this.#state = { kind: 'signed-in', person };
    options.channel.onmessage = ({ data }) => {
      if (data.kind === 'token') this.#adopt(data.view);
      else this.#forget(false);
    };
  }

  get state(): SessionState {
    return this.#state;
  }

  async register(registration: Registration): Promise<void> {
    await this.#enter('/auth/register', registration);
  }

  /** `login` is the handle or the e-mail address. Fails with `invalid-credentials`. */
  async logIn(login: string, password: string): Promise<void> {
    await this.#enter('/auth/login', { login, password });
  }

  /** Ends the session here, whatever happens, and at the suite when it can be reached; fails when it cannot. */
  async logOut(): Promise<void> {
    const token = this.current() ?? (await this.renew(null).catch(() => null));
    const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
    this.#forget(false);
    this.#options.channel.postMessage({ kind: 'left' } satisfies Message);
    await this.#options.http.post('/auth/logout', {}, { headers });
  }

  /** The suite said that the session is over. */
  end(): void {
    this.#forget(true);
  }

  current(): string | null {
    if (this.#token === null || this.#token.expiresAt - MARGIN_MS < Date.now()) return null;
    return this.#token.value;
  }

  renew(failed: string | null): Promise<string | null> {
    this.#renewal ??= this.#options
      .exclusively(LOCK, () => this.#refresh(failed))
      .finally(() => {
        this.#renewal = null;
      });
    return this.#renewal;
  }

  async #refresh(failed: string | null): Promise<string | null> {
    if (this.#state.kind === 'signed-out') return null;
    const known = this.current();
    if (known !== null && known !== failed) return known;
    try {
      const view = await this.#options.http.post<TokenView>('/auth/refresh', {});
      this.#adopt(view);
      this.#share(view);
      return view.accessToken;
    } catch (error) {
      if (!(error instanceof ProblemError) || !isFinal(error)) throw error;
      this.#forget(true);
      return null;
    }
  }

  async #enter(path: string, body: object): Promise<void> {
    const view = await this.#options.http.post<TokenView>(path, {
      ...body,
      deviceName: this.#options.deviceName,
      refreshTokenIn: 'cookie',
    });
    this.#adopt(view);
    this.#share(view);
  }

  #share(view: TokenView): void {
    this.#options.channel.postMessage({ kind: 'token', view } satisfies Message);
  }

  #adopt(view: TokenView): void {
    this.#token = { value: view.accessToken, expiresAt: Date.now() + view.expiresIn * 1_000 };
    this.#options.storage.setItem(PERSON_KEY, JSON.stringify(view.user));
    const same = this.#state.kind === 'signed-in' && this.#state.person.id === view.user.id;
    if (!same) this.#state = { kind: 'signed-in', person: view.user };
  }

  #forget(ended: boolean): void {
    this.#token = null;
    this.#options.storage.removeItem(PERSON_KEY);
    if (this.#state.kind === 'signed-in') this.#state = { kind: 'signed-out', ended };
  }
}

/** A refusal that a repeat would not change; a full or failing server may answer later. */
function isFinal(error: ProblemError): boolean {
  return error.status >= 400 && error.status < 500 && error.status !== 429 && error.status !== 408;
}

function readPerson(storage: Storage): PersonView | null {
  try {
    const value = JSON.parse(storage.getItem(PERSON_KEY) ?? 'null') as PersonView | null;
    return typeof value?.id === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** The session of this tab, for the shell and the features below it. */
export const [useSession, provideSession] = createContext<Session>();
