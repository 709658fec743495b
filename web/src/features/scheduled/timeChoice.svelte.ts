import { localValue, Sentence } from '$features/reminders';
import type { ReadingView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import { t } from '$platform/i18n';

/** One moment that somebody chooses: in words that the suite reads, or by day and time. What was chosen last counts. */
export class TimeChoice {
  readonly sentence: Sentence;
  #picked = $state.raw<Date | null>(null);

  constructor(http: HttpClient, at: Date | null = null) {
    this.sentence = new Sentence(http);
    this.#picked = at;
  }

  /** The moment; null while there is none. */
  get at(): Date | null {
    return this.#inWords ? momentOf(this.sentence.reading) : this.#picked;
  }

  /** What a field for day and time shows of it. */
  get field(): string {
    return this.at === null ? '' : localValue(this.at);
  }

  /** Why the words say no moment; null when they do, or as long as that is not known. */
  get refusal(): string | null {
    const { reading, refusal } = this.sentence;
    if (reading === null) return refusal;
    if (reading.recurrence !== undefined) return t('later.onlyOnce');
    return momentOf(reading) === null ? t('later.onlyTime') : null;
  }

  /** A day and a time are chosen, by the value of a field for them. */
  pick(value: string): void {
    this.sentence.clear();
    this.#picked = value === '' ? null : new Date(value);
  }

  /** The moment, once the words are read; null when there is none. */
  async settled(): Promise<Date | null> {
    if (this.#inWords && this.sentence.reading === null) await this.sentence.read();
    return this.at;
  }

  dispose(): void {
    this.sentence.dispose();
  }

  get #inWords(): boolean {
    return this.sentence.text.trim() !== '';
  }
}

/** The moment a sentence says, when it says nothing else. */
function momentOf(reading: ReadingView | null): Date | null {
  if (reading === null || reading.dueAt === undefined || reading.text.trim() !== '') return null;
  return new Date(reading.dueAt);
}
