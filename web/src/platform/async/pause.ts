/** The part of a clock that is needed to wait. */
interface Alarm {
  after(ms: number, run: () => void): () => void;
}

/** Lets time pass; fails with the reason of the signal when that is given up meanwhile. */
export function pause(clock: Alarm, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
