import { creditText, reasonText, type Translations } from '$features/translation';
import type { MessageView } from '$platform/api/types';
import { t } from '$platform/i18n';

/** Has single messages translated, or shown as they were written, and says what came of it to those who do not see it. */
export class TranslatingOne {
  readonly #translations: Pick<Translations, 'ask' | 'of' | 'languageOf' | 'isShown'>;
  readonly #say: (notice: string) => void;
  #asked = $state.raw<MessageView | null>(null);

  constructor(
    translations: Pick<Translations, 'ask' | 'of' | 'languageOf' | 'isShown'>,
    say: (notice: string) => void,
  ) {
    this.#translations = translations;
    this.#say = say;
  }

  ask(message: MessageView): void {
    // The same may have been said of another one.
    this.#say('');
    this.#translations.ask(message);
    this.#asked = message;
  }

  /** To be called again when what it reads changes. */
  tell(): void {
    if (this.#asked === null) return;
    const outcome = this.#outcomeOf(this.#asked);
    if (outcome === null) {
      this.#say(t('translation.asked'));
      return;
    }
    this.#asked = null;
    this.#say(outcome);
  }

  /** Null while it is under way. */
  #outcomeOf(message: MessageView): string | null {
    const known = this.#translations.of(message);
    const language = this.#translations.languageOf(message);
    if (known === null || language === null) return '';
    switch (known.kind) {
      case 'asked':
        return null;
      case 'none':
        return reasonText(known.reason, known.from, language);
      case 'translated':
        return this.#translations.isShown(message) ? creditText(known) : t('translation.asWritten');
    }
  }
}
