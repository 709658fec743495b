import { pause } from '$platform/async';
import { NetworkError, ProblemError } from '$platform/http';
import { backoff, type RealtimeClock } from '$platform/realtime';
import type { Failure } from './failure';
import { Transfer, type TransferOptions } from './transfer';

/** Somebody is waiting for it: after so many attempts they are told, and may try again. */
const MOST_ATTEMPTS = 4;
/** A server that asks for more patience than this is not waited for. */
const MOST_PATIENCE_MS = 10_000;

export interface LoneOptions {
  readonly signal: AbortSignal;
  /** The share of it that is there or on its way, from 0 to 1. */
  readonly progress: (share: number) => void;
}

export interface LoneSuite extends TransferOptions {
  readonly clock: RealtimeClock;
  readonly giveUp: (mediaId: string, complete: boolean) => Promise<void>;
}

/**
 * Sends one file that goes with no message and is not kept in this browser, over a few attempts that go on from where the suite has it; answers its id. Fails with ProblemError
 * when the suite refuses it, with NetworkError when nobody answers, and with the AbortError of the signal. What the suite
 * has of it then is given up.
 */
export async function sendLone(
  suite: LoneSuite,
  file: File,
  options: LoneOptions,
): Promise<string> {
  let address: string | null = null;
  const began = (where: string) => {
    address = where;
  };
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await sendOnce(suite, file, address, began, options);
      } catch (error) {
        if (!(error instanceof FailedTransfer)) throw error;
        const wait =
          attempt < MOST_ATTEMPTS ? waitAfter(error.failure, attempt, suite.clock) : null;
        if (wait === null) throw errorOf(error.failure);
        if (error.failure.kind === 'gone') address = null;
        await pause(suite.clock, wait, options.signal);
      }
    }
  } catch (error) {
    giveUp(suite, address);
    throw error;
  }
}

class FailedTransfer extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.problem?.title ?? 'No answer');
    this.failure = failure;
  }
}

function sendOnce(
  suite: LoneSuite,
  file: File,
  address: string | null,
  began: (address: string) => void,
  { signal, progress }: LoneOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      transfer.stop();
      reject(signal.reason as Error);
    };
    const ended = () => {
      signal.removeEventListener('abort', stop);
    };
    const transfer = new Transfer(
      suite,
      { blob: file, name: file.name, keepOriginal: false, address },
      {
        began,
        progress: (sent) => {
          progress(file.size === 0 ? 1 : sent / file.size);
        },
        done: (mediaId) => {
          ended();
          resolve(mediaId);
        },
        failed: (failure) => {
          ended();
          reject(new FailedTransfer(failure));
        },
      },
    );
    signal.addEventListener('abort', stop, { once: true });
    transfer.start();
  });
}

/** How long to wait before it is tried again; null when that makes no sense. */
function waitAfter(failure: Failure, attempt: number, clock: RealtimeClock): number | null {
  if (failure.kind === 'final') return null;
  if (failure.kind === 'gone') return 0;
  if (failure.retryAfterMs > MOST_PATIENCE_MS) return null;
  return Math.max(
    failure.retryAfterMs,
    backoff(attempt, () => clock.random()),
  );
}

function giveUp({ giveUp: tell }: LoneSuite, address: string | null): void {
  const mediaId = address?.split('/').at(-1);
  if (mediaId !== undefined) void tell(mediaId, false);
}

function errorOf(failure: Failure): Error {
  const unanswered = failure.kind === 'passing' && failure.unanswered;
  if (unanswered || failure.problem === null) return new NetworkError();
  return new ProblemError(failure.problem);
}
