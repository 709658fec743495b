import { backoff, type RealtimeClock } from '$platform/realtime';
import { UNANSWERED, type Failure } from './failure';
import type { FileUpload } from './fileUpload';
import { refusalOf, type Limits } from './limits';
import { Transfer, type TransferOptions } from './transfer';
import type { UploadShelf } from './uploadShelf.svelte';

/** An upload that is found to be gone is begun anew this often; more often something else is wrong. */
const RESTARTS = 3;
/** What gets forward by more than fits into buffers on the way shows that the connection carries. */
const FORWARD_BYTES = 1_024 * 1_024;

export interface UploadRunOptions {
  readonly id: string;
  readonly clock: RealtimeClock;
  readonly transfer: TransferOptions;
  readonly shelf: UploadShelf;
  readonly limits: Limits;
  /** Settles when it is known how large a picture is and how long a recording, as far as that can be told. */
  readonly measured: () => Promise<void>;
  /** Runs the work when it is its turn, in this tab and among all tabs. */
  readonly turn: (work: () => Promise<void>) => Promise<void>;
  /** Nothing more will happen by itself. */
  readonly ended: () => void;
}

/** Sends one file until it is there, attempt after attempt: it ends when it is complete, refused, missing or stopped. */
export class UploadRun {
  readonly #options: UploadRunOptions;
  #attempts = 0;
  #restarts = 0;
  #furthest = 0;
  #stopped = false;
  #transfer: Transfer | null = null;
  /** Lets the next one have its turn. */
  #release: (() => void) | null = null;
  #timer: (() => void) | null = null;

  constructor(options: UploadRunOptions) {
    this.#options = options;
  }

  start(): void {
    const { turn } = this.#options;
    void turn(() => this.#attempt());
  }

  /** Does not wait any longer for what it waits for between two attempts. */
  hurry(): void {
    if (this.#timer === null) return;
    this.#timer();
    this.#timer = null;
    this.#attempts = 0;
    this.start();
  }

  /** The device has no connection: what is under way will not be answered, and waits. */
  interrupt(): void {
    this.#transfer?.interrupt();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.();
    this.#timer = null;
    this.#transfer?.stop();
    this.#release?.();
  }

  async #attempt(): Promise<void> {
    const { id, shelf } = this.#options;
    if (this.#stopped) return;
    // Another tab may have gone on with it meanwhile.
    const upload = shelf.reread(id);
    if (upload?.state !== 'waiting') {
      this.#end();
      return;
    }
    const blob = await shelf.blob(id);
    if (blob === undefined) this.#miss();
    else if (upload.address !== null || (await this.#isAllowed())) await this.#send(blob);
  }

  /** Asked before the first byte is sent. */
  async #isAllowed(): Promise<boolean> {
    const { id, shelf, limits, measured } = this.#options;
    await measured();
    try {
      const heard = await limits.ask();
      const upload = shelf.find(id);
      const problem = upload === undefined ? null : refusalOf(upload, heard);
      if (problem === null) return true;
      this.#refuse({ problem });
    } catch {
      this.#later(UNANSWERED);
    }
    return false;
  }

  async #send(blob: Blob): Promise<void> {
    const { id, shelf, transfer } = this.#options;
    const upload = shelf.find(id);
    if (this.#stopped || upload === undefined) return;
    const ended = new Promise<void>((resolve) => (this.#release = resolve));
    this.#transfer = new Transfer(
      transfer,
      { ...upload, blob },
      {
        began: (address) => {
          if (shelf.find(id)?.address !== address) shelf.change(id, { address });
        },
        progress: (sent) => {
          this.#moved(sent);
        },
        done: (mediaId) => {
          shelf.change(id, { state: 'complete', mediaId, problem: null });
          this.#end();
        },
        failed: (failure) => void this.#failed(failure, blob),
      },
    );
    shelf.change(id, { state: 'sending', problem: null });
    this.#transfer.start();
    await ended;
  }

  #moved(sent: number): void {
    this.#options.shelf.moved(this.#options.id, sent);
    if (sent < this.#furthest + FORWARD_BYTES) return;
    this.#furthest = sent;
    this.#attempts = 0;
  }

  async #failed(failure: Failure, blob: Blob): Promise<void> {
    if (failure.kind === 'passing') {
      const lost = failure.unanswered && !(await isReadable(blob));
      if (this.#stopped) return;
      if (lost) this.#miss();
      else this.#later(failure);
    } else if (failure.kind === 'gone' && this.#restarts < RESTARTS) this.#beginAnew();
    else this.#refuse(failure);
  }

  #later({ problem, retryAfterMs }: Extract<Failure, { kind: 'passing' }>): void {
    if (this.#stopped) return;
    const { id, clock, shelf } = this.#options;
    shelf.change(id, { state: 'waiting', problem });
    const wait = retryAfterMs + backoff(this.#attempts, () => clock.random());
    this.#attempts += 1;
    this.#timer = clock.after(wait, () => {
      this.#timer = null;
      this.start();
    });
    this.#release?.();
  }

  #beginAnew(): void {
    const { id, shelf } = this.#options;
    this.#restarts += 1;
    this.#furthest = 0;
    shelf.change(id, { state: 'waiting', address: null });
    shelf.moved(id, 0);
    this.#release?.();
    this.start();
  }

  #refuse({ problem }: Pick<FileUpload, 'problem'>): void {
    if (this.#stopped) return;
    const { id, shelf } = this.#options;
    shelf.change(id, { state: 'refused', problem, address: null });
    shelf.moved(id, 0);
    this.#end();
  }

  /** This page can not read it: known here only, another tab may have it. */
  #miss(): void {
    const { id, shelf } = this.#options;
    shelf.forgetBlob(id);
    shelf.note(id, { state: 'missing' });
    this.#end();
  }

  #end(): void {
    this.#release?.();
    if (!this.#stopped) this.#options.ended();
  }
}

/** Files on a disk change, move, and are on sticks that are pulled out; then they can not be read any more. */
async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
