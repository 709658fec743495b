import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeKept } from '../../test/fakes';
import { Directory } from './directory.svelte';

const person = (id: string) => ({ id, handle: id, displayName: id.toUpperCase() });

describe('Directory', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks for everybody wanted at the same time in one request, and once', async () => {
    const asked: string[][] = [];
    const directory = new Directory((ids) => {
      asked.push([...ids]);
      return Promise.resolve(ids.map(person));
    }, new FakeKept());
    directory.person('ana');
    directory.person('leo');
    directory.person('ana');
    expect(directory.person('ana')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(20);
    expect(asked).toEqual([['ana', 'leo']]);
    expect(directory.person('ana')?.displayName).toBe('ANA');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
  });

  it('asks for at most a hundred at a time', async () => {
    const sizes: number[] = [];
    const directory = new Directory((ids) => {
      sizes.push(ids.length);
      return Promise.resolve([]);
    }, new FakeKept());
    for (let index = 0; index < 130; index += 1) directory.person(`p${String(index)}`);
    await vi.advanceTimersByTimeAsync(20);
    expect(sizes).toEqual([100, 30]);
  });

  it('asks again after a failure, and when what it knows has aged', async () => {
    let failing = true;
    let asked = 0;
    const directory = new Directory((ids) => {
      asked += 1;
      return failing ? Promise.reject(new Error('down')) : Promise.resolve(ids.map(person));
    }, new FakeKept());
    directory.person('ana');
    await vi.advanceTimersByTimeAsync(20);
    failing = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(directory.person('ana')?.displayName).toBe('ANA');
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    directory.person('ana');
    await vi.advanceTimersByTimeAsync(20);
    expect(asked).toBe(3);
  });

  it('asks for whoever was only introduced, and shows what they are called meanwhile', async () => {
    const kept = new FakeKept();
    await kept.write('people', [{ ...person('ana'), pictureId: 'p-1' }]);
    const directory = new Directory((ids) => {
      return Promise.resolve(ids.map((id) => ({ ...person(id), pictureId: 'p-2' })));
    }, kept);
    directory.introduce(person('ana'));
    await directory.start();
    expect(directory.person('ana')).toEqual({ ...person('ana'), pictureId: 'p-1' });
    await vi.advanceTimersByTimeAsync(20);
    directory.introduce(person('ana'));
    expect(directory.person('ana')?.pictureId).toBe('p-2');
    // My own change is known at once.
    directory.learn([{ ...person('ana'), pictureId: 'p-3' }]);
    expect(directory.person('ana')?.pictureId).toBe('p-3');
    directory.learn([person('ana')]);
    expect(directory.person('ana')?.pictureId).toBeUndefined();
  });

  it('begins with the names of the last visit', async () => {
    const kept = new FakeKept();
    const first = new Directory(() => Promise.resolve([]), kept);
    first.learn([person('ana')]);
    await vi.advanceTimersByTimeAsync(1_000);
    const next = new Directory(() => Promise.reject(new Error('offline')), kept);
    await next.start();
    expect(next.person('ana')?.displayName).toBe('ANA');
  });
});
