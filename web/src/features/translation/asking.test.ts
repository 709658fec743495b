import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageTranslationView } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import { CHAT, FakeClock, settled } from '../../test/fakes';
import { Asking, type Wanted } from './asking';

const HOUR_MS = 3_600_000;

describe('asking for translations', () => {
  let clock: FakeClock;
  let requests: { at: number; seqs: readonly number[] }[];
  let answer: (seqs: readonly number[]) => Promise<readonly MessageTranslationView[]>;
  let open: Set<number>;
  let sight: Set<number>;
  let failed: number[];
  let dropped: number[];
  let asking: Asking;

  beforeEach(() => {
    clock = new FakeClock();
    const begin = clock.now();
    requests = [];
    answer = () => Promise.reject(new Error('away'));
    open = new Set();
    sight = new Set();
    failed = [];
    dropped = [];
    asking = new Asking({
      clock,
      fetch: (_chat, seqs) => {
        requests.push({ at: clock.now() - begin, seqs });
        return answer(seqs);
      },
      open: ({ seq }) => open.has(seq),
      inSight: ({ seq }) => sight.has(seq),
      learned: (_chat, { message }) => open.delete(message),
      failed: ({ seq }) => failed.push(seq),
      dropped: ({ seq }) => dropped.push(seq),
    });
  });

  function want(...seqs: number[]) {
    for (const seq of seqs) {
      open.add(seq);
      sight.add(seq);
      asking.ask(wanted(seq));
    }
  }

  function wanted(seq: number): Wanted {
    return { key: String(seq), chatId: CHAT, seq, language: 'en' };
  }

  function found(seq: number): MessageTranslationView {
    return { message: seq, version: 1, language: 'en', text: 'said', engine: 'apertium' };
  }

  const counts = () => requests.map(({ seqs }) => seqs.length);

  it('says after three times that it does not work, and goes on all the same', async () => {
    want(3);
    await clock.advance(9_000);
    expect(failed).toEqual([]);
    await clock.advance(6_000);
    expect(requests).toHaveLength(3);
    expect(failed).toEqual([3]);
    answer = (seqs) => Promise.resolve(seqs.map(found));
    await clock.advance(300_000);
    expect(open.size).toBe(0);
  });

  it('asks seldomer, up to five minutes, and never stops', async () => {
    clock.chance = 1;
    want(3);
    await clock.advance(24 * HOUR_MS);
    const waits = requests.slice(1).map(({ at }, before) => at - (requests[before]?.at ?? 0));
    expect(waits[0]).toBe(7_500);
    expect(waits.every((wait, at) => wait >= (waits[at - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBe(300_000);
  });

  it('asks together for what failed together, at a time of its own', async () => {
    clock.chance = 0;
    want(3, 4, 5);
    await clock.advance(2_600);
    expect(requests.map(({ at }) => at)).toEqual([50, 2_550]);
    expect(counts()).toEqual([3, 3]);
  });

  it('loses nothing to an engine that is slow', async () => {
    answer = (seqs) => Promise.resolve(seqs.slice(0, 16).map(found));
    want(...Array.from({ length: 100 }, (_, at) => at + 1));
    await clock.advance(60_000);
    expect(counts()).toEqual([100, 84, 68, 52, 36, 20, 4]);
    expect(failed).toEqual([]);
  });

  it('asks again for what an answer lacks', async () => {
    answer = (seqs) => Promise.resolve(seqs.filter((seq) => seq !== 4).map(found));
    want(3, 4);
    await clock.advance(60_000);
    expect(requests.slice(0, 3).map(({ seqs }) => seqs)).toEqual([[3, 4], [4], [4]]);
    expect(failed[0]).toBe(4);
  });

  it('asks for nothing that is out of sight', async () => {
    want(3, 4);
    await clock.advance(50);
    sight.delete(3);
    await clock.advance(5_000);
    expect(requests.at(-1)?.seqs).toEqual([4]);
    expect(dropped).toEqual([3]);
  });

  it('asks for nothing that is not wanted any more', async () => {
    want(3, 4);
    await clock.advance(50);
    open.delete(3);
    asking.sift();
    expect(dropped).toEqual([3]);
    await clock.advance(5_000);
    expect(requests.at(-1)?.seqs).toEqual([4]);
  });

  it('asks at once when the connection is back', async () => {
    want(3);
    await clock.advance(HOUR_MS);
    const before = requests.length;
    asking.forgive();
    await clock.advance(50);
    expect(requests).toHaveLength(before + 1);
  });

  it('asks once however often it is told to', async () => {
    let done: (found: readonly MessageTranslationView[]) => void = () => {};
    answer = () => new Promise((resolve) => (done = resolve));
    want(3);
    want(3);
    await clock.advance(50);
    want(3);
    asking.ask(wanted(3));
    await clock.advance(50);
    expect(requests).toHaveLength(1);
    done([found(3)]);
    await clock.advance(HOUR_MS);
    expect(requests).toHaveLength(1);
  });

  it('does not wait for its turn when somebody asks by hand', async () => {
    want(3);
    await clock.advance(HOUR_MS);
    const before = requests.length;
    asking.askAgain(wanted(3));
    asking.askLater(wanted(3));
    await clock.advance(50);
    expect(requests).toHaveLength(before);
    asking.ask(wanted(3));
    await clock.advance(50);
    expect(requests).toHaveLength(before + 1);
  });

  it('leaves a suite alone that has had enough, for as long as it says', async () => {
    const problem = { type: 'urn:tertulia:problem:too-many-requests', title: '', status: 429 };
    answer = () => Promise.reject(new ProblemError(problem, 40));
    want(3);
    await clock.advance(40_000);
    expect(requests).toHaveLength(1);
    await clock.advance(100);
    expect(requests).toHaveLength(2);
  });

  it('hardly asks where it is refused', async () => {
    const problem = { type: 'urn:tertulia:problem:chat-not-found', title: '', status: 404 };
    answer = () => Promise.reject(new ProblemError(problem));
    want(3);
    await clock.advance(120_000);
    expect(requests).toHaveLength(1);
    expect(failed).toEqual([3]);
  });

  it('does nothing more once it is disposed of, whatever was under way', async () => {
    let fail: (error: Error) => void = () => {};
    answer = () => new Promise((_, reject) => (fail = reject));
    want(3);
    await clock.advance(50);
    asking.dispose();
    fail(new Error('away'));
    await settled();
    want(4);
    await clock.advance(HOUR_MS);
    expect(requests).toHaveLength(1);
    expect(failed).toEqual([]);
  });
});
