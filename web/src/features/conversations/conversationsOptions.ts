import type { HttpClient, TokenSource } from '$platform/http';
import type {
  NotificationFrame,
  RealtimeClock,
  RealtimeOptions,
  TranslationFrame,
} from '$platform/realtime';
import type { KeptValues } from '$platform/storage/keptValues';
import type { KeyedStorage } from '$platform/storage/keyedStorage';

/** What the conversations of a person are made of, and who is told what they hear. */
export interface ConversationsOptions {
  readonly me: string;
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly storage: KeyedStorage;
  readonly kept: KeptValues;
  readonly clock: RealtimeClock;
  readonly openSocket: RealtimeOptions['openSocket'];
  readonly unpack?: RealtimeOptions['unpack'];
  /** Files that go with no message of mine any more: it is in its chat, or was given up. */
  readonly released?: (uploadIds: readonly string[], sent: boolean) => void;
  /** What I am told of, in the inbox, has changed. */
  readonly notified?: (frame: NotificationFrame) => void;
  /** A message in the language I read. */
  readonly translated?: (frame: TranslationFrame) => void;
  /** The server ended the session. */
  readonly signedOut: () => void;
}
