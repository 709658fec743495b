import type { AttachmentView, MediaKind, MediaView, MessageView } from '$platform/api/types';
import type {
  ChatSummary,
  HelloFrame,
  LogEntry,
  RealtimeClock,
  ServerFrame,
  SocketLike,
} from '$platform/realtime';
import type { KeptBlobs } from '$platform/storage/keptBlobs';
import type { KeptValues } from '$platform/storage/keptValues';
import type { KeyedStorage } from '$platform/storage/keyedStorage';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands until it is moved, and whose chance is always the same. */
export class FakeClock implements RealtimeClock {
  #now = Date.parse('2026-11-20T12:00:00Z');
  #timers = new Set<Timer>();
  chance = 0.5;

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves on, running what falls due in order, and lets promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#due(end); next !== undefined; next = this.#due(end)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = end;
  }

  #due(end: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets everything that only waits for promises go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** The server's end of a connection. */
export class FakeSocket implements SocketLike {
  binaryType: BinaryType = 'blob';
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  readonly sent: Record<string, unknown>[] = [];
  closed: number | null = null;
  /** Whether the server answers a ping. */
  answering = true;
  readonly protocols: string[];

  constructor(protocols: string[]) {
    this.protocols = protocols;
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Record<string, unknown>;
    this.sent.push(frame);
    if (this.answering && frame['op'] === 'ping') this.receive({ op: 'pong' });
  }

  close(code = 1000): void {
    this.closed ??= code;
  }

  /** The server sends. */
  receive(frame: ServerFrame | Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The server sends a compressed batch; what is in it, FakeUnpacking says. */
  receiveBatch(data = new ArrayBuffer(1)): void {
    this.onmessage?.({ data });
  }

  /** The server hangs up, or the network does. */
  hangUp(code: number): void {
    this.onclose?.({ code });
  }

  ops(): unknown[] {
    return this.sent.map((frame) => frame['op']);
  }
}

/** Unpacks a batch when the test says so, the one that came first first. */
export class FakeUnpacking {
  readonly #under: { readonly done: (text: string) => void; readonly fail: (e: Error) => void }[] =
    [];

  readonly unpack = (): Promise<string> =>
    new Promise((done, fail) => {
      this.#under.push({ done, fail });
    });

  /** How many are under way. */
  get underWay(): number {
    return this.#under.length;
  }

  async finish(...frames: (ServerFrame | Record<string, unknown>)[]): Promise<void> {
    this.#under.shift()?.done(JSON.stringify({ op: 'batch', frames }));
    await settled();
  }

  async fail(): Promise<void> {
    this.#under.shift()?.fail(new Error('not gzip'));
    await settled();
  }
}

/** Storage in memory; several views of one map are the tabs of one browser. */
export class FakeStorage implements KeyedStorage {
  readonly #values: Map<string, string>;
  readonly #tabs: Set<FakeStorage>;
  #changed: ((key: string, value: string | null) => void) | null = null;
  /** Whether there is no room left. */
  full = false;

  constructor(other?: FakeStorage) {
    this.#values = other === undefined ? new Map<string, string>() : other.#values;
    this.#tabs = other === undefined ? new Set() : other.#tabs;
    this.#tabs.add(this);
  }

  get(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  set(key: string, value: string): boolean {
    if (this.full) return false;
    this.#values.set(key, value);
    this.#tell(key, value);
    return true;
  }

  remove(key: string): void {
    if (this.#values.delete(key)) this.#tell(key, null);
  }

  keys(prefix: string): string[] {
    return [...this.#values.keys()].filter((key) => key.startsWith(prefix));
  }

  watch(changed: (key: string, value: string | null) => void): () => void {
    this.#changed = changed;
    return () => {
      this.#changed = null;
    };
  }

  #tell(key: string, value: string | null): void {
    for (const tab of this.#tabs) if (tab !== this) tab.#changed?.(key, value);
  }
}

/** Larger values in memory. */
export class FakeKept implements KeptValues {
  readonly values = new Map<string, unknown>();
  writes = 0;

  read<T>(key: string): Promise<T | undefined> {
    return Promise.resolve(structuredClone(this.values.get(key)) as T | undefined);
  }

  write(key: string, value: unknown): Promise<void> {
    this.writes += 1;
    this.values.set(key, structuredClone(value));
    return Promise.resolve();
  }

  forget(): Promise<void> {
    this.values.clear();
    return Promise.resolve();
  }
}

/** Files in memory. */
export class FakeBlobs implements KeptBlobs {
  readonly files = new Map<string, Blob>();
  /** Whether there is no room left. */
  full = false;

  keep(id: string, blob: Blob): Promise<boolean> {
    if (!this.full) this.files.set(id, blob);
    return Promise.resolve(!this.full);
  }

  read(id: string): Promise<Blob | undefined> {
    return Promise.resolve(this.files.get(id));
  }

  remove(id: string): Promise<void> {
    this.files.delete(id);
    return Promise.resolve();
  }

  ids(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  forget(): Promise<void> {
    this.files.clear();
    return Promise.resolve();
  }
}

export const ME = 'u-me';
export const ANA = 'u-ana';
export const LEO = 'u-leo';
export const CHAT = '0199f000-0000-7000-8000-000000000001';

export function summary(fields: Partial<ChatSummary> = {}): ChatSummary {
  return {
    chatId: CHAT,
    kind: 'private',
    title: null,
    memberIds: [ME, ANA],
    lastSeq: 1,
    readSeq: 1,
    unread: 0,
    ...fields,
  };
}

/** A group as the chat service describes it to one of its members. */
export const GROUP_VIEW = {
  id: CHAT,
  kind: 'group',
  title: 'Libros',
  memberCount: 3,
  createdBy: ME,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
  receipts: true,
  myRole: 'member',
};

export function hello(clock: FakeClock, fields: Partial<HelloFrame> = {}): HelloFrame {
  return {
    op: 'hello',
    connectionId: 'c1',
    person: { userId: ME, handle: 'me', displayName: 'Me' },
    sessionId: 's1',
    heartbeatMs: 25_000,
    heartbeatTimeoutMs: 60_000,
    tokenExpiresAt: new Date(clock.now() + 300_000).toISOString(),
    maxFrameBytes: 65_536,
    resumeMaxEntries: 1_000,
    serverTime: new Date(clock.now()).toISOString(),
    chats: [],
    presence: [],
    ...fields,
  };
}

export function message(seq: number, fields: Partial<MessageView> = {}): MessageView {
  return {
    id: `m-${String(seq)}`,
    chatId: CHAT,
    seq,
    senderId: ANA,
    clientMessageId: `c-${String(seq)}`,
    text: `message ${String(seq)}`,
    postedAt: new Date(Date.parse('2026-11-20T10:00:00Z') + seq * 60_000).toISOString(),
    ...fields,
  };
}

export function posted(seq: number, fields: Partial<MessageView> = {}): LogEntry {
  const { id, ...rest } = message(seq, fields);
  return { type: 'message.posted', messageId: id, ...rest };
}

/** A file that came with a message; of an image, as much as is known of it at once. */
export function attachment(
  mediaId: string,
  kind: MediaKind = 'image',
  fields: Partial<AttachmentView> = {},
): AttachmentView {
  const { name, contentType } = FILES[kind];
  const seen = kind === 'image' || kind === 'video' ? { width: 1600, height: 1200 } : {};
  const heard = kind === 'video' || kind === 'audio' ? { durationMs: 65_000 } : {};
  return { mediaId, kind, name, contentType, bytes: 120_000, ...seen, ...heard, ...fields };
}

const FILES: Record<MediaKind, { readonly name: string; readonly contentType: string }> = {
  image: { name: 'garden.jpg', contentType: 'image/jpeg' },
  video: { name: 'walk.mp4', contentType: 'video/mp4' },
  audio: { name: 'song.mp3', contentType: 'audio/mpeg' },
  file: { name: 'plan.pdf', contentType: 'application/pdf' },
};

/** A file as media-service describes it, with what it makes of one of its kind. */
export function mediaView(
  id: string,
  kind: MediaKind = 'image',
  fields: Partial<MediaView> = {},
): MediaView {
  const { mediaId, ...known } = attachment(id, kind);
  const sizes = kind === 'image' ? (['small', 'medium', 'large'] as const) : [];
  const pictures = kind === 'video' ? (['poster'] as const) : sizes;
  const WIDTHS = { small: 320, medium: 960, large: 1600, poster: 960 };
  return {
    id: mediaId,
    ownerId: ANA,
    state: 'ready',
    ...known,
    previews: pictures.map((size) => ({
      size,
      width: WIDTHS[size],
      height: WIDTHS[size] * 0.75,
      contentType: 'image/jpeg',
      bytes: 40_000,
      address: `/api/v1/media/${id}/content/${size}?signature=s`,
    })),
    address: `/api/v1/media/${id}/content/original?signature=s`,
    addressesExpireAt: '2026-11-20T12:20:00Z',
    createdAt: '2026-11-20T10:00:00Z',
    ...fields,
  };
}
