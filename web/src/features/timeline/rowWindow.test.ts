import { describe, expect, it } from 'vitest';
import { ME, message } from '../../test/fakes';
import { RowWindow } from './rowWindow.svelte';
import { timelineRows } from './timelineRows';

describe('RowWindow', () => {
  const rowsOf = (count: number) =>
    timelineRows({
      messages: Array.from({ length: count }, (_, index) => message(index + 1)),
      pending: [],
      me: ME,
      dividerSeq: null,
    });
  const seqs = (window: RowWindow) =>
    window.shown.flatMap((row) => (row.kind === 'message' ? [row.seq ?? 0] : []));

  it('is all of a short list', () => {
    const rows = rowsOf(50);
    const window = new RowWindow(() => rows);
    expect(window.shown).toBe(rows);
    expect(window.reachesBeginning && window.reachesEnd).toBe(true);
  });

  it('is the end of a long one, and moves with the reader', () => {
    const rows = rowsOf(1_000);
    const window = new RowWindow(() => rows);
    expect(seqs(window).at(-1)).toBe(1_000);
    expect(window.shown).toHaveLength(300);
    window.up();
    expect(seqs(window).at(-1)).toBe(900);
    expect(window.reachesEnd).toBe(false);
    window.down();
    expect(window.reachesEnd).toBe(true);
    for (let turn = 0; turn < 20; turn += 1) window.up();
    expect(seqs(window)[0]).toBe(1);
    expect(window.reachesBeginning).toBe(true);
    window.toEnd();
    expect(seqs(window).at(-1)).toBe(1_000);
  });

  it('goes to a message', () => {
    const rows = rowsOf(1_000);
    const window = new RowWindow(() => rows);
    window.show(200);
    expect(seqs(window)).toContain(200);
    const before = window.shown;
    window.show(210);
    expect(window.shown).toBe(before);
  });
});
