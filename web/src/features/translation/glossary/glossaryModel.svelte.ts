import type { GlossaryTerm, NewGlossaryTerm } from '$platform/api/types';
import { Task } from '$platform/async';
import { ProblemError, type HttpClient } from '$platform/http';
import { addTerm, deleteTerm, fetchGlossary } from './glossaryApi';

/**
 * The words of a chat. The live connection says nothing of them: they are asked for when they are shown, and when a
 * refusal tells that somebody else has changed them.
 */
export class GlossaryModel {
  readonly loading = new Task();
  readonly adding = new Task();
  readonly removing = new Task();
  readonly #http: HttpClient;
  readonly #chatId: string;
  readonly #onchanged: () => void;
  #terms = $state.raw<readonly GlossaryTerm[] | null>(null);
  /** Counts what was changed here: a list from before a change is asked for once more. */
  #asOf = 0;

  /** @param onchanged the suite translates in another way from now on */
  constructor(http: HttpClient, chatId: string, onchanged: () => void) {
    this.#http = http;
    this.#chatId = chatId;
    this.#onchanged = onchanged;
  }

  /** Null until they are known. */
  get terms(): readonly GlossaryTerm[] | null {
    return this.#terms;
  }

  load(): Promise<boolean> {
    return this.loading.run(() => this.#fetch());
  }

  /** True when the chat has the word, also when it had exactly that already: an answer may have been lost. */
  add(term: NewGlossaryTerm): Promise<boolean> {
    return this.adding.run(async () => {
      try {
        const added = await addTerm(this.#http, this.#chatId, term);
        this.#change((others) => [...others, added], added.termId);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 409) throw error;
        await this.#fetch().catch(() => undefined);
        if (this.#terms?.some((one) => isSame(one, term)) !== true) throw error;
        this.#onchanged();
      }
    });
  }

  /** Whether the word was taken away, or was not there any more; null when neither is known. */
  async remove({ termId }: GlossaryTerm): Promise<'removed' | 'gone' | null> {
    let there = true;
    const done = await this.removing.run(async () => {
      there = await this.#wasDeleted(termId);
      this.#change((others) => others, termId);
    });
    if (!done) return null;
    // Who was faster may have changed more.
    if (!there) void this.load();
    return there ? 'removed' : 'gone';
  }

  async #wasDeleted(termId: string): Promise<boolean> {
    try {
      await deleteTerm(this.#http, this.#chatId, termId);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.slug === 'not-found') return false;
      throw error;
    }
  }

  async #fetch(): Promise<void> {
    let asOf: number;
    let terms: readonly GlossaryTerm[];
    do {
      asOf = this.#asOf;
      terms = await fetchGlossary(this.#http, this.#chatId);
    } while (asOf !== this.#asOf);
    this.#terms = terms;
  }

  #change(among: (others: readonly GlossaryTerm[]) => readonly GlossaryTerm[], id: string): void {
    this.#asOf += 1;
    this.#terms = among((this.#terms ?? []).filter(({ termId }) => termId !== id));
    this.#onchanged();
  }
}

function isSame(there: GlossaryTerm, wanted: NewGlossaryTerm): boolean {
  return (
    there.word === wanted.word &&
    (there.language ?? null) === (wanted.language ?? null) &&
    (there.translation ?? null) === (wanted.translation ?? null)
  );
}
