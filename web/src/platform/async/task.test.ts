import { describe, expect, it } from 'vitest';
import { settled } from '../../test/fakes';
import { Task } from './task.svelte';

describe('a task of which the last word counts', () => {
  /** Work that ends when the test says so. */
  function held(log: string[], name: string) {
    const end = { done: () => {}, fail: () => {} };
    const work = () => {
      log.push(name);
      return new Promise<void>((resolve, reject) => {
        end.done = resolve;
        end.fail = () => {
          reject(new Error(name));
        };
      });
    };
    return { work, end };
  }

  it('does once more what was asked for meanwhile, and only the last of it', async () => {
    const log: string[] = [];
    const task = new Task();
    const [one, two, three] = ['one', 'two', 'three'].map((name) => held(log, name));
    const first = task.runLatest(one?.work ?? fail);
    expect(await task.runLatest(two?.work ?? fail)).toBe(false);
    expect(await task.runLatest(three?.work ?? fail)).toBe(false);
    one?.end.done();
    await settled();
    expect(log).toEqual(['one', 'three']);
    expect(task.busy).toBe(true);
    three?.end.done();
    expect(await first).toBe(true);
    expect(task.busy).toBe(false);
  });

  it('fails as the last of it does', async () => {
    const log: string[] = [];
    const task = new Task();
    const [one, two] = ['one', 'two'].map((name) => held(log, name));
    const first = task.runLatest(one?.work ?? fail);
    void task.runLatest(two?.work ?? fail);
    one?.end.fail();
    await settled();
    two?.end.done();
    expect(await first).toBe(true);
    expect(task.error).toBeNull();
    expect(await task.runLatest(fail)).toBe(false);
    expect(task.error).toBeInstanceOf(Error);
  });

  function fail(): Promise<void> {
    return Promise.reject(new Error('asked for'));
  }
});
