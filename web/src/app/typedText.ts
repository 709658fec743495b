type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a reload loses nothing of: what is chosen rather than typed, and what is searched for. */
const NOT_TYPED = new Set(['button', 'checkbox', 'file', 'radio', 'range', 'search', 'submit']);
/** On what keeps what is typed into it by itself, as the composer does. */
const KEPT = '[data-kept]';

/** Text fields of the page that somebody has typed into and that nothing keeps. */
export class TypedText {
  readonly #fields = new Set<Field>();

  /** Returns the way to stop. */
  listen(page: Document): () => void {
    const typed = ({ target }: Event) => {
      if (isField(target) && target.closest(KEPT) === null) this.#fields.add(target);
    };
    page.addEventListener('input', typed, true);
    return () => {
      page.removeEventListener('input', typed, true);
    };
  }

  /** What the first of those that a reload would empty is called; null when there is none. */
  lost(): string | null {
    for (const field of this.#fields) {
      if (!field.isConnected) this.#fields.delete(field);
      else if (field.value.trim() !== '') return nameOf(field);
    }
    return null;
  }
}

function isField(target: EventTarget | null): target is Field {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED.has(target.type);
}

function nameOf(field: Field): string {
  return field.labels?.[0]?.textContent.trim() ?? field.getAttribute('aria-label') ?? '';
}
