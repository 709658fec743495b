import { describe, expect, it } from 'vitest';
import type { FileUpload } from './fileUpload';
import { ProgressSteps } from './progressSteps';

const sent = new Map<string, number>();

function upload(id: string, bytes: number, state: FileUpload['state'] = 'sending'): FileUpload {
  sent.set(id, bytes);
  return {
    ...{ id, place: 'chat', order: 1, name: `${id}.jpg`, contentType: 'image/jpeg', bytes: 100 },
    ...{ modified: 0, kind: 'image', voice: false, width: null, height: null, durationMs: null },
    ...{ alt: '', keepOriginal: false, address: null, mediaId: null, problem: null },
    ...{ state, kept: true, localUrl: null },
  };
}

/** What is said after a look at the uploads as they are now. */
function next(steps: ProgressSteps, ...uploads: FileUpload[]) {
  return steps.next(uploads, (id) => sent.get(id) ?? 0);
}

describe('ProgressSteps', () => {
  it('tells the beginning, each quarter once, and the end', () => {
    const steps = new ProgressSteps();
    expect(next(steps)).toBeNull();
    expect(next(steps, upload('a', 0))).toEqual({ kind: 'begun', count: 1 });
    expect(next(steps, upload('a', 24))).toBeNull();
    expect(next(steps, upload('a', 30))).toEqual({ kind: 'progress', share: 0.25 });
    expect(next(steps, upload('a', 49))).toBeNull();
    expect(next(steps, upload('a', 80))).toEqual({ kind: 'progress', share: 0.75 });
    expect(next(steps, upload('a', 100))).toBeNull();
    expect(next(steps, upload('a', 100, 'complete'))).toEqual({ kind: 'done', count: 1 });
    expect(next(steps, upload('a', 100, 'complete'))).toBeNull();
  });

  it('tells of more, and of what goes wrong at once', () => {
    const steps = new ProgressSteps();
    next(steps, upload('a', 60));
    expect(next(steps, upload('a', 60), upload('b', 0))).toEqual({ kind: 'begun', count: 2 });
    const refused = upload('b', 0, 'refused');
    expect(next(steps, upload('a', 60), refused)).toEqual({ kind: 'refused', upload: refused });
    expect(next(steps, upload('a', 60), refused)).toEqual({ kind: 'progress', share: 0.5 });
    expect(next(steps, upload('a', 100, 'complete'), refused)).toEqual({ kind: 'done', count: 1 });
  });

  it('says nothing of what was there when the page was opened', () => {
    expect(next(new ProgressSteps(), upload('a', 100, 'complete'))).toBeNull();
  });
});
