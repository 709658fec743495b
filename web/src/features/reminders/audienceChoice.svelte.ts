import type { Audience, PersonView } from '$platform/api/types';
import { isAbort } from '$platform/http';
import { describeError, t } from '$platform/i18n';
import { addressedIn, type Address, type NamedChat } from './audience';

/** A name is looked for so long after the last keystroke. */
const PAUSE_MS = 250;

export interface AudienceChoiceOptions {
  readonly me: string;
  /** The chat that a reminder is made in; null for none. */
  readonly here: string | null;
  /** Those that have a name of their own. */
  readonly chats: () => readonly NamedChat[];
  /** Somebody by their handle, null when there is nobody; fails as the HttpClient does. */
  readonly findPerson: (handle: string, signal: AbortSignal) => Promise<PersonView | null>;
}

/** Whom a reminder is for: chosen in the form, or by whom the sentence begins with. What was said last counts. */
export class AudienceChoice {
  kind = $state<Audience['kind']>('self');
  /** At most one. */
  people = $state.raw<readonly PersonView[]>([]);
  chatId = $state('');
  readonly #options: AudienceChoiceOptions;
  #refusal = $state<string | null>(null);
  #address: Address | null = null;
  #finding: Promise<void> | null = null;
  #aborter = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AudienceChoiceOptions) {
    this.#options = options;
  }

  /** Why whom the sentence names is nobody. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** Whom it is for; null while somebody is still to be chosen. */
  get audience(): Audience | null {
    if (this.#refusal !== null) return null;
    if (this.kind === 'self') return { kind: 'self' };
    if (this.kind === 'chat') {
      return this.chatId === '' ? null : { kind: 'chat', chatId: this.chatId };
    }
    const [person] = this.people;
    if (person === undefined) return null;
    return person.id === this.#options.me
      ? { kind: 'self' }
      : { kind: 'person', userId: person.id };
  }

  /** What is left of a text without whom it begins with. */
  readonly cut = (text: string): string => addressedIn(text, this.#options.chats()).sentence;

  /** The text has changed. */
  look(text: string): void {
    const { address } = addressedIn(text, this.#options.chats());
    if (same(address, this.#address)) return;
    this.#forget();
    this.#address = address;
    if (address !== null) this.#take(address);
  }

  /** It is chosen in the form. */
  chosen(): void {
    this.#forget();
  }

  /** As {@link audience}, once whoever is named was looked for. */
  async settled(): Promise<Audience | null> {
    if (this.#address?.kind === 'person' && this.#timer !== undefined) this.#find(this.#address);
    await this.#finding;
    return this.audience;
  }

  clear(): void {
    this.restore({ kind: 'self' });
  }

  /** As it was for another reminder; of a person, who that is. */
  restore({ kind, chatId = '' }: Audience, person?: PersonView): void {
    this.#forget();
    this.#address = null;
    this.kind = kind;
    this.people = person === undefined ? [] : [person];
    this.chatId = chatId;
  }

  dispose(): void {
    this.#forget();
  }

  #take(address: Address): void {
    const { here } = this.#options;
    if (address.kind === 'person') {
      this.kind = 'person';
      this.people = [];
      this.#timer = setTimeout(() => {
        this.#find(address);
      }, PAUSE_MS);
    } else if (address.kind === 'chat') {
      this.#takeChat(address.chatId);
    } else if (address.kind === 'here' && here !== null) {
      this.#takeChat(here);
    } else {
      const name = address.kind === 'unknown' ? address.name : '#chat';
      this.#refusal = t('audience.unknown', { name });
    }
  }

  #takeChat(chatId: string): void {
    this.kind = 'chat';
    this.chatId = chatId;
  }

  #find({ handle }: Address & { readonly kind: 'person' }): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#finding = this.#found(handle, this.#aborter.signal);
  }

  async #found(handle: string, signal: AbortSignal): Promise<void> {
    try {
      const person = await this.#options.findPerson(handle, signal);
      if (signal.aborted) return;
      if (person === null) this.#refusal = t('audience.unknown', { name: `@${handle}` });
      else this.people = [person];
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#refusal = describeError(error);
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#aborter.abort();
    this.#aborter = new AbortController();
    this.#finding = null;
    this.#refusal = null;
  }
}

function same(a: Address | null, b: Address | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
