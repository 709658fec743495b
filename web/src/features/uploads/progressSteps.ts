import type { FileUpload } from './fileUpload';

/** What is worth saying of uploads to somebody who does not see them. */
export type Step =
  | { readonly kind: 'begun' | 'done'; readonly count: number }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'refused' | 'missing'; readonly upload: FileUpload };

const QUARTERS = 4;

/**
 * Follows uploads, and tells what is to be said of them: that some were begun, each quarter of all that is on its way,
 * that all are there, and at once what goes wrong. Anything more often would be a nuisance.
 */
export class ProgressSteps {
  #known: readonly FileUpload[] = [];
  #quarter = 0;

  /** `sentOf` tells how many bytes of a file are there or on their way. */
  next(uploads: readonly FileUpload[], sentOf: (id: string) => number): Step | null {
    const before = new Map(this.#known.map((upload) => [upload.id, upload]));
    this.#known = uploads;
    const wrong = uploads.find(
      ({ id, state }) =>
        (state === 'refused' || state === 'missing') && before.get(id)?.state !== state,
    );
    if (wrong !== undefined) return { kind: wrong.state as 'refused' | 'missing', upload: wrong };
    const sent = uploads.filter(({ state }) => state !== 'refused' && state !== 'missing');
    const count = sent.length;
    if (sent.some(({ id, state }) => !before.has(id) && state !== 'complete')) {
      this.#quarter = quarterOf(sent, sentOf);
      return { kind: 'begun', count };
    }
    const all = count > 0 && sent.every(({ state }) => state === 'complete');
    if (all) return sent.some(({ id }) => isNews(before.get(id))) ? { kind: 'done', count } : null;
    return this.#step(quarterOf(sent, sentOf));
  }

  #step(quarter: number): Step | null {
    const further = quarter > this.#quarter;
    this.#quarter = quarter;
    return further && quarter < QUARTERS ? { kind: 'progress', share: quarter / QUARTERS } : null;
  }
}

/** It was on its way when it was looked at last. */
function isNews(before: FileUpload | undefined): boolean {
  return before !== undefined && before.state !== 'complete';
}

function quarterOf(uploads: readonly FileUpload[], sentOf: (id: string) => number): number {
  const bytes = uploads.reduce((sum, upload) => sum + upload.bytes, 0);
  const sent = uploads.reduce((sum, upload) => sum + sentOf(upload.id), 0);
  return bytes === 0 ? 0 : Math.floor((sent / bytes) * QUARTERS);
}
