import type { TimelineRow } from './timelineRows';

/** As many rows are in the document at most, however many messages are loaded. */
const MOST = 300;
/** The window moves by so many when the reader comes near its edge. */
const STEP = 100;

/** The part of a long list of rows that is in the document: the end of it, or where the reader has gone. */
export class RowWindow {
  readonly #rows: () => readonly TimelineRow[];
  /** The row it begins with; null when it is the end of the list. */
  #firstKey = $state<string | null>(null);

  constructor(rows: () => readonly TimelineRow[]) {
    this.#rows = rows;
  }

  readonly #start: number = $derived.by(() => {
    const rows = this.#rows();
    const last = Math.max(0, rows.length - MOST);
    if (this.#firstKey === null || last === 0) return last;
    const found = rows.findIndex((row) => row.key === this.#firstKey);
    return found < 0 ? last : Math.min(found, last);
  });
  readonly shown: readonly TimelineRow[] = $derived.by(() => {
    const rows = this.#rows();
    return rows.length <= MOST ? rows : rows.slice(this.#start, this.#start + MOST);
  });

  get reachesBeginning(): boolean {
    return this.#start === 0;
  }

  get reachesEnd(): boolean {
    return this.#start + MOST >= this.#rows().length;
  }

  up(): void {
    this.#begin(this.#start - STEP);
  }

  down(): void {
    this.#begin(this.#start + STEP);
  }

  toEnd(): void {
    this.#firstKey = null;
  }

  /** Moves so that the message of a seq is in it; nothing when it is already, or not in the list. */
  show(seq: number): void {
    const index = this.#rows().findIndex((row) => row.kind === 'message' && row.seq === seq);
    const outside = index < this.#start || index >= this.#start + MOST;
    if (index >= 0 && outside) this.#begin(index - MOST / 2);
  }

  #begin(index: number): void {
    const rows = this.#rows();
    const at = Math.max(0, index);
    this.#firstKey = at >= rows.length - MOST ? null : (rows[at]?.key ?? null);
  }
}
