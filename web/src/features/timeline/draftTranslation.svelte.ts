import type { Conversations, TranslatedDraft } from '$features/conversations';
import { reasonText, translationIn, type TranslateCommand } from '$features/translation';
import type { TranslationView } from '$platform/api/types';
import { describeError, t } from '$platform/i18n';

/** What translates words of my own. */
export interface DraftTranslator {
  /** The codes of the languages that people may name. */
  readonly allNameable: () => Promise<readonly string[]>;
  /** Fails as the HttpClient does. */
  readonly translate: (command: TranslateCommand) => Promise<TranslationView | null>;
}

type KeptDrafts = Pick<Conversations['drafts'], 'translated' | 'keepTranslated'>;

/** Where words are written. */
interface Draft {
  readonly place: string;
  text: string;
  notice: string;
  readonly area: HTMLTextAreaElement | undefined;
}

/**
 * The draft in another language, to be looked at before it is sent. What was written is kept beside the draft, and can
 * be had back until then.
 */
export class DraftTranslation {
  readonly #translator: DraftTranslator;
  readonly #draft: Draft;
  readonly #drafts: KeptDrafts;
  /** The draft whose translation is awaited. */
  #asked = $state<string | null>(null);

  constructor(translator: DraftTranslator, draft: Draft, drafts: KeptDrafts) {
    this.#translator = translator;
    this.#draft = draft;
    this.#drafts = drafts;
  }

  get busy(): boolean {
    return this.#asked !== null;
  }

  /** What it was and became; null when the draft is as it was written. */
  get done(): TranslatedDraft | null {
    const kept = this.#drafts.translated(this.#draft.place);
    return kept?.written === this.#draft.text ? null : kept;
  }

  /** Nothing was changed since it was translated. */
  get intact(): boolean {
    return this.done?.text === this.#draft.text;
  }

  /** Does what the command says that the draft is. What has been changed meanwhile stays. */
  async run(): Promise<void> {
    const written = this.#draft.text;
    if (this.#asked === written) return;
    this.#asked = written;
    this.forget();
    this.#draft.notice = '';
    // While somebody has just asked for it: what comes later finds the focus where it is, and leaves it there.
    this.#draft.area?.focus();
    try {
      await this.#translate(written);
    } catch (error) {
      if (this.#awaits(written)) this.#draft.notice = describeError(error);
    } finally {
      if (this.#asked === written) this.#asked = null;
    }
  }

  /** What was written, again. */
  restore(): void {
    const { done } = this;
    if (done === null) return;
    this.#draft.area?.focus();
    this.#write(done.written);
    this.forget();
  }

  forget(): void {
    this.#drafts.keepTranslated(this.#draft.place, null);
  }

  /** What is under way comes too late. */
  dispose(): void {
    this.#asked = null;
  }

  async #translate(written: string): Promise<void> {
    const command = translationIn(written, await this.#translator.allNameable());
    if (!this.#awaits(written)) return;
    if (command === null) {
      this.#draft.notice = t('translation.how');
      return;
    }
    const found = await this.#translator.translate(command);
    if (this.#awaits(written)) this.#take(found, command, written);
  }

  #awaits(written: string): boolean {
    return this.#asked === written && this.#draft.text === written;
  }

  #take(found: TranslationView | null, { target }: TranslateCommand, written: string): void {
    if (found?.translated === true) {
      const { translatedText: text, engine = '' } = found;
      this.#write(text);
      this.#drafts.keepTranslated(this.#draft.place, { written, text, language: target, engine });
      return;
    }
    this.#draft.notice = reasonText(
      found?.reason ?? 'engines-failed',
      found?.source ?? null,
      target,
    );
  }

  /** In a way that the browser can take back, too (Ctrl+Z), where the focus is in it; nobody else's is taken. */
  #write(text: string): void {
    const { area } = this.#draft;
    if (!typed(text, area)) this.#draft.text = text;
  }
}

/** Puts a text in the place of what a field says; false when it is not the field that takes what is typed. */
function typed(text: string, area: HTMLTextAreaElement | null | undefined): boolean {
  if (area?.isConnected !== true || document.activeElement !== area) return false;
  area.select();
  // There is no other way to write into the history of a text field.
  return document.execCommand('insertText', false, text);
}
