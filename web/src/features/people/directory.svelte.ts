import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { KnownPerson, PersonView } from '$platform/api/types';
import type { KeptValues } from '$platform/storage/keptValues';

export type PeopleSource = (ids: readonly string[]) => Promise<readonly KnownPerson[]>;

const BATCH = 100;
const GATHER_MS = 15;
const RETRY_MS = 5_000;
const FRESH_MS = 5 * 60_000;
const KEY = 'people';
const SAVE_AFTER_MS = 300;
const MOST_KEPT = 500;

/**
 * Who is who, and what they look like. Asking for a person answers what is known and brings what is not: the ids asked for within a few
 * milliseconds go in one request. A name older than five minutes is shown and asked for again.
 */
export class Directory {
  readonly #people = new SvelteMap<string, KnownPerson>();
  readonly #askedAt = new Map<string, number>();
  readonly #source: PeopleSource;
  readonly #kept: KeptValues;
  #wanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #saving: ReturnType<typeof setTimeout> | null = null;

  constructor(source: PeopleSource, kept: KeptValues) {
    this.#source = source;
    this.#kept = kept;
  }

  /** Begins with the names known at the last visit; each is asked for again when it is needed. */
  async start(): Promise<void> {
    const known = (await this.#kept.read<readonly KnownPerson[]>(KEY)) ?? [];
    for (const person of known) {
      const { id } = person;
      if (!this.#people.has(id) || !this.#askedAt.has(id)) this.#people.set(id, person);
    }
  }

  /** The person, or undefined while (or because) they are not known. Follows in components. */
  person(id: string): KnownPerson | undefined {
    this.#want(id);
    return this.#people.get(id);
  }

  /** Somebody is called so, and more is not known: shown until they are asked for. */
  introduce(person: PersonView): void {
    if (!this.#people.has(person.id)) this.#people.set(person.id, person);
  }

  /** Takes in people that came with something else: a search, my own profile. */
  learn(people: readonly KnownPerson[]): void {
    for (const person of people) {
      this.#people.set(person.id, person);
      this.#askedAt.set(person.id, Date.now());
    }
    this.#saving ??= setTimeout(() => {
      this.save();
    }, SAVE_AFTER_MS);
  }

  /** Keeps the names for the next visit, when there are new ones. */
  save(): void {
    if (this.#saving === null) return;
    clearTimeout(this.#saving);
    this.#saving = null;
    void this.#kept.write(KEY, [...this.#people.values()].slice(-MOST_KEPT));
  }

  dispose(): void {
    for (const timer of [this.#timer, this.#saving]) if (timer !== null) clearTimeout(timer);
  }

  #want(id: string): void {
    if (Date.now() - (this.#askedAt.get(id) ?? 0) < FRESH_MS) return;
    this.#askedAt.set(id, Date.now());
    this.#wanted.add(id);
    this.#timer ??= setTimeout(() => void this.#fetch(), GATHER_MS);
  }

  async #fetch(): Promise<void> {
    this.#timer = null;
    const ids = [...this.#wanted];
    this.#wanted = new Set();
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      try {
        this.learn(await this.#source(batch));
      } catch {
        this.#again(batch);
      }
    }
  }

  #again(ids: readonly string[]): void {
    for (const id of ids) this.#wanted.add(id);
    this.#timer ??= setTimeout(() => void this.#fetch(), RETRY_MS);
  }
}

/** The people this client has met. */
export const [useDirectory, provideDirectory] = createContext<Directory>();
