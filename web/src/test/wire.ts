import type { ClientFrame, ServerFrame, SocketLike } from '$platform/realtime';

/** One connection: what each side has said and the other has not heard. */
export class Wire implements SocketLike {
  binaryType: BinaryType = 'blob';
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  /** How far the chat has been sent on it, and whether I was in it then. */
  sent = 0;
  isIn = false;
  readonly #heard: (frame: ClientFrame) => void;
  #toServer: string[] = [];
  #toClient: (string | ArrayBuffer)[] = [];
  #closed = false;

  constructor(heard: (frame: ClientFrame) => void) {
    this.#heard = heard;
  }

  get underWay(): boolean {
    return !this.#closed && (this.#toServer.length > 0 || this.#toClient.length > 0);
  }

  send(text: string): void {
    this.#toServer.push(text);
  }

  close(): void {
    this.#closed = true;
  }

  say(frame: ServerFrame | ArrayBuffer): void {
    this.#toClient.push(frame instanceof ArrayBuffer ? frame : JSON.stringify(frame));
  }

  /** The server hears what the client has said. */
  hear(): void {
    for (const text of this.#toServer.splice(0)) this.#heard(JSON.parse(text) as ClientFrame);
  }

  /** The client is told what the server has said, as many frames of it. */
  tell(frames: number): void {
    for (let count = 0; count < frames && this.#toClient.length > 0; count += 1) {
      if (this.#closed) return;
      this.onmessage?.({ data: this.#toClient.shift() });
    }
  }

  /** It is gone, with what was on it; both sides notice. */
  cut(): void {
    this.#toServer = [];
    this.#toClient = [];
    const { onclose } = this;
    queueMicrotask(() => {
      if (!this.#closed) onclose?.({ code: 1006 });
    });
  }
}
