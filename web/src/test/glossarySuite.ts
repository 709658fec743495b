import type { GlossaryTerm, NewGlossaryTerm } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import { ANA, CHAT, ME } from './fakes';

export const GLOSSARY = `/chats/${CHAT}/glossary`;

/** The words of a chat as the suite keeps them. */
export class GlossarySuite {
  terms: GlossaryTerm[] = [];
  /** What the next requests are answered with, in place of what they ask for; null for no answer. */
  readonly next: (Response | Promise<Response> | null)[] = [];
  readonly asked: [string, string, unknown][] = [];

  readonly http = new HttpClient({
    base: '',
    tokens: null,
    fetch: (input, init) => {
      const [path, method] = [input as string, init?.method ?? 'GET'];
      if (!path.startsWith(GLOSSARY)) return Promise.resolve(new Response('{"items": []}'));
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
      this.asked.push([method, path, body]);
      const next = this.next.shift();
      if (next === null) return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(next ?? this.#answer(method, path, body));
    },
  });

  /** What changed something, as it was asked for. */
  get writes() {
    return this.asked.filter(([method]) => method !== 'GET');
  }

  /** As when the answer is lost on its way. */
  store(wanted: NewGlossaryTerm, by = ANA): GlossaryTerm {
    const stored = term(`t${String(this.terms.length + 1)}`, { ...wanted, by } as GlossaryTerm);
    this.terms = [...this.terms, stored];
    return stored;
  }

  #answer(method: string, path: string, body: unknown): Response {
    if (method === 'GET') return new Response(JSON.stringify({ terms: this.terms }));
    if (method === 'POST') {
      const stored = this.store(body as NewGlossaryTerm, ME);
      return new Response(JSON.stringify(stored), { status: 201 });
    }
    this.terms = this.terms.filter(({ termId }) => !path.endsWith(`/${termId}`));
    return new Response(null, { status: 204 });
  }
}

export function term(termId: string, fields: Partial<GlossaryTerm> = {}): GlossaryTerm {
  return { termId, word: termId, by: ANA, at: '2026-11-20T11:00:00Z', ...fields };
}

/** As the suite refuses. */
export function refused(status: number, slug: string): Response {
  const problem = { type: `urn:tertulia:problem:${slug}`, title: slug, status };
  return new Response(JSON.stringify(problem), { status });
}
