import type { TokenSource } from '$platform/http';
import type { ServerFrame } from './frames';

/** The part of a WebSocket this client uses, so that tests can play the server. */
export interface SocketLike {
  binaryType: BinaryType;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

/** Time and chance, handed in so that tests decide both. */
export interface RealtimeClock {
  now(): number;
  after(ms: number, run: () => void): () => void;
  random(): number;
}

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Tries again at `until` (milliseconds since 1970). */
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'stopped' };

export interface RealtimeListener {
  /** Each change of the connection. */
  state(state: ConnectionState): void;
  /** Each frame in the order it came; `hello` is the first of a connection. Those of a batch come without a break. */
  frame(frame: ServerFrame): void;
  /** The server ended the session: there is no way back but to log in. */
  signedOut(): void;
}

export interface RealtimeOptions {
  readonly openSocket: (protocols: string[]) => SocketLike;
  readonly clock: RealtimeClock;
  readonly tokens: TokenSource;
  readonly listener: RealtimeListener;
  /** Unpacks gzip; without it the server is not asked for batches. */
  readonly unpack?: ((data: ArrayBuffer) => Promise<string>) | undefined;
}
