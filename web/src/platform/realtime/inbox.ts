import { parseBatch, parseFrame, type ServerFrame } from './frames';

export interface InboxOptions {
  /** Unpacks a compressed batch; undefined where there is no way to. */
  readonly unpack: ((data: ArrayBuffer) => Promise<string>) | undefined;
  readonly frame: (frame: ServerFrame) => void;
  /** The connection has ended, after everything that had come on it. */
  readonly closed: (code: number) => void;
  /** A batch could not be read: what was in it is missing, and nothing after it is told. */
  readonly unreadable: () => void;
}

type Message =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'batch'; readonly data: ArrayBuffer }
  | { readonly kind: 'closed'; readonly code: number };

/**
 * What comes on one connection, told in the order it came. A text frame is told at once; unpacking a batch takes a
 * while, and all that comes behind it waits, the end of the connection too. The frames of a batch are told without
 * a break, so that what they change is shown once.
 */
export class Inbox {
  readonly #options: InboxOptions;
  #waiting: Message[] = [];
  #unpacking = false;
  #dropped = false;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** A message as the socket brings it; of a kind that is not known, it is passed over. */
  take(data: unknown): void {
    if (typeof data === 'string') this.#add({ kind: 'text', text: data });
    else if (data instanceof ArrayBuffer) this.#add({ kind: 'batch', data });
  }

  close(code: number): void {
    this.#add({ kind: 'closed', code });
  }

  /** Tells nothing any more. */
  drop(): void {
    this.#dropped = true;
    this.#waiting = [];
  }

  #add(message: Message): void {
    if (this.#dropped) return;
    this.#waiting.push(message);
    this.#next();
  }

  #next(): void {
    while (!this.#unpacking && !this.#dropped) {
      const message = this.#waiting.shift();
      if (message === undefined) return;
      if (message.kind === 'text') this.#tell(parseFrame(message.text));
      else if (message.kind === 'closed') this.#options.closed(message.code);
      else void this.#unpack(message.data);
    }
  }

  async #unpack(data: ArrayBuffer): Promise<void> {
    this.#unpacking = true;
    const frames = await this.#framesOf(data);
    this.#unpacking = false;
    if (this.#dropped) return;
    if (frames === null) {
      this.#options.unreadable();
      return;
    }
    for (const frame of frames) this.#tell(frame);
    this.#next();
  }

  async #framesOf(data: ArrayBuffer): Promise<readonly ServerFrame[] | null> {
    const { unpack } = this.#options;
    try {
      return unpack === undefined ? null : parseBatch(await unpack(data));
    } catch {
      return null;
    }
  }

  /** A frame that this client does not know is none. */
  #tell(frame: ServerFrame | null): void {
    if (frame !== null && !this.#dropped) this.#options.frame(frame);
  }
}
