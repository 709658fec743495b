import { reasonText, translationIn, type TranslateCommand } from '$features/translation';
import type { TranslationView } from '$platform/api/types';
import { describeError, t } from '$platform/i18n';

/** What translates words of my own. */
export interface DraftTranslator {
  /** The codes of the languages that people may name. */
  readonly nameable: () => readonly string[];
  /** Fails as the HttpClient does. */
  readonly translate: (command: TranslateCommand) => Promise<TranslationView | null>;
}

/** Where words are written. */
interface Draft {
  text: string;
  notice: string;
  readonly area: HTMLTextAreaElement | undefined;
}

/** What the draft was before it was translated, and what it became. */
export interface Translated {
  readonly written: string;
  readonly language: string;
  readonly engine: string;
}

/** The draft in another language, to be looked at before it is sent; what was written can be had back until then. */
export class DraftTranslation {
  readonly #translator: DraftTranslator;
  readonly #draft: Draft;
  #busy = $state(false);
  #done = $state.raw<Translated | null>(null);

  constructor(translator: DraftTranslator, draft: Draft) {
    this.#translator = translator;
    this.#draft = draft;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Null when the draft is as it was written. */
  get done(): Translated | null {
    return this.#done?.written === this.#draft.text ? null : this.#done;
  }

  /** Does what the command says that the draft is. What has been changed meanwhile stays. */
  async run(): Promise<void> {
    if (this.#busy) return;
    const written = this.#draft.text;
    const command = translationIn(written, this.#translator.nameable());
    if (command === null) {
      this.#draft.notice = t('translation.how');
      return;
    }
    this.#busy = true;
    this.#done = null;
    this.#draft.notice = '';
    try {
      const found = await this.#translator.translate(command);
      if (this.#draft.text === written) this.#take(found, command, written);
    } catch (error) {
      if (this.#draft.text === written) this.#draft.notice = describeError(error);
    } finally {
      this.#busy = false;
    }
  }

  /** What was written, again. */
  restore(): void {
    if (this.#done === null) return;
    this.#write(this.#done.written);
    this.#done = null;
  }

  forget(): void {
    this.#done = null;
  }

  #take(found: TranslationView | null, { target }: TranslateCommand, written: string): void {
    if (found?.translated === true) {
      this.#done = { written, language: target, engine: found.engine ?? '' };
      this.#write(found.translatedText);
      return;
    }
    this.#draft.notice = reasonText(
      found?.reason ?? 'engines-failed',
      found?.source ?? null,
      target,
    );
  }

  /** In a way that the browser can take back, too (Ctrl+Z). */
  #write(text: string): void {
    const { area } = this.#draft;
    area?.focus();
    area?.select();
    // There is no other way to write into the history of a text field.
    const written = area !== undefined && document.execCommand('insertText', false, text);
    if (!written) this.#draft.text = text;
  }
}
