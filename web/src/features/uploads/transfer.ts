import { Upload, type HttpStack } from 'tus-js-client';
import type { RealtimeClock } from '$platform/realtime';
import { failureOf, UNANSWERED, type Failure } from './failure';

/** Bytes of one request: what is lost of a request that is cut is at most what the suite has not stored of it. */
const CHUNK_BYTES = 8 * 1_024 * 1_024;
/** A request that gets neither forward nor answered for this long is dead. */
const STALLED_MS = 60_000;

export interface TransferOptions {
  /** Where uploads are begun. */
  readonly endpoint: string;
  readonly stack: HttpStack;
  readonly clock: Pick<RealtimeClock, 'after'>;
}

export interface SentFile {
  readonly blob: Blob;
  readonly name: string;
  readonly keepOriginal: boolean;
  /** Where it was begun before; null to begin. */
  readonly address: string | null;
}

export interface TransferListener {
  /** The suite has a place for it, from which it can be gone on with. */
  began(address: string): void;
  progress(sent: number): void;
  done(mediaId: string): void;
  failed(failure: Failure): void;
}

/** Sends one file to the suite, by tus 1.0: from where the suite has it to its end, to the first failure, or to a stop. */
export class Transfer {
  readonly #options: TransferOptions;
  readonly #listener: TransferListener;
  readonly #upload: Upload;
  #unwatch: (() => void) | null = null;
  #ended = false;

  constructor(options: TransferOptions, file: SentFile, listener: TransferListener) {
    this.#options = options;
    this.#listener = listener;
    this.#upload = new Upload(file.blob, {
      // Without an endpoint what is gone is told, and not begun anew behind our back.
      endpoint: file.address === null ? options.endpoint : null,
      uploadUrl: file.address,
      httpStack: options.stack,
      chunkSize: CHUNK_BYTES,
      // Attempts and addresses are kept by whoever is listening.
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { filename: file.name, ...(file.keepOriginal ? { keepOriginal: 'true' } : {}) },
      onUploadUrlAvailable: () => {
        const { url } = this.#upload;
        if (!this.#ended && url !== null) listener.began(url);
      },
      onProgress: (sent) => {
        this.#moved(sent);
      },
      onSuccess: () => {
        this.#succeed();
      },
      onError: (error) => {
        this.#fail(failureOf(error));
      },
    });
  }

  start(): void {
    this.#watch();
    this.#upload.start();
  }

  /** Nothing is told any more. */
  stop(): void {
    this.#end();
    void this.#upload.abort();
  }

  /** No answer will come. Where the suite has it, it can be gone on with. */
  interrupt(): void {
    void this.#upload.abort();
    this.#fail(UNANSWERED);
  }

  #moved(sent: number): void {
    if (this.#ended) return;
    this.#watch();
    this.#listener.progress(sent);
  }

  #succeed(): void {
    const mediaId = new URL(this.#upload.url ?? '').pathname.split('/').at(-1) ?? '';
    if (this.#end()) this.#listener.done(mediaId);
  }

  #fail(failure: Failure): void {
    if (this.#end()) this.#listener.failed(failure);
  }

  #watch(): void {
    this.#unwatch?.();
    this.#unwatch = this.#options.clock.after(STALLED_MS, () => {
      this.interrupt();
    });
  }

  /** False when it had ended before. */
  #end(): boolean {
    this.#unwatch?.();
    if (this.#ended) return false;
    this.#ended = true;
    return true;
  }
}
