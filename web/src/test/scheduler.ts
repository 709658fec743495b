import type { ScheduledMessage } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import { CHAT } from './fakes';

/** A message that waits for its time. */
export function scheduledMessage(
  id: string,
  fields: Partial<ScheduledMessage> = {},
): ScheduledMessage {
  return {
    ...{ scheduledMessageId: id, chatId: CHAT, text: `text of ${id}`, zone: 'UTC' },
    ...{ dueAt: '2026-11-20T13:00:00Z', state: 'waiting', version: 1 },
    ...{ thread: null, replyTo: null, attachments: [], refusal: null, message: null },
    ...{ createdAt: '2026-11-20T11:00:00Z', changedAt: '2026-11-20T11:00:00Z' },
    ...fields,
  };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly match: string | null;
  readonly body: Record<string, unknown>;
}

/** Scheduled messages as scheduler-service has them. */
export class Scheduler {
  messages: ScheduledMessage[] = [];
  readonly asked: Asked[] = [];
  /** What is answered in place of the next change: a problem by its slug, or nothing at all. */
  fails: { readonly slug: string; readonly status: number } | 'lost' | null = null;
  /** The change is made, and only its answer lost. */
  made = false;
  readonly #keys = new Map<string, string>();

  readonly http = new HttpClient({
    base: '',
    tokens: null,
    fetch: (input, init) => this.fetch(input as string, init ?? {}),
  });

  readonly fetch = (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const asked: Asked = {
      ...{ method: init.method ?? 'GET', path },
      ...{ key: headers.get('Idempotency-Key'), match: headers.get('If-Match') },
      body: JSON.parse((init.body as string | null | undefined) ?? '{}') as Asked['body'],
    };
    this.asked.push(asked);
    if (asked.method === 'GET') return Promise.resolve(this.#list(path));
    const fails = this.fails;
    this.fails = null;
    if (fails === null) return Promise.resolve(this.#change(asked));
    if (fails === 'lost') {
      if (this.made) this.#change(asked);
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    const { slug, status } = fails;
    return Promise.resolve(
      answer({ type: `urn:tertulia:problem:${slug}`, title: slug, status }, status),
    );
  };

  /** The changes that were asked for. */
  changes(): readonly Asked[] {
    return this.asked.filter(({ method }) => method !== 'GET');
  }

  #list(path: string): Response {
    const state = new URL(path, 'http://suite').searchParams.get('state');
    return answer({ items: this.messages.filter((one) => one.state === state), next: null });
  }

  #change({ method, path, key, body }: Asked): Response {
    const [, , id = '', action] = path.split('/');
    if (method === 'POST' && id === '') return answer(this.#create(key ?? '', body), 201);
    const known = this.messages.find(({ scheduledMessageId }) => scheduledMessageId === id);
    const problem = { type: 'urn:tertulia:problem:not-found', title: 'x', status: 404 };
    if (known === undefined) return answer(problem, 404);
    const others = this.messages.filter((one) => one !== known);
    if (method === 'DELETE') {
      this.messages = others;
      return new Response(null, { status: 204 });
    }
    const changed: ScheduledMessage = {
      ...known,
      ...(action === 'send' ? { state: 'sending' } : body),
      version: known.version + 1,
    };
    this.messages = [...others, changed];
    return answer(changed);
  }

  #create(key: string, body: Record<string, unknown>): ScheduledMessage {
    const id = this.#keys.get(key) ?? `s${String(this.#keys.size + 1)}`;
    this.#keys.set(key, id);
    const known = this.messages.find(({ scheduledMessageId }) => scheduledMessageId === id);
    if (known !== undefined) return known;
    const made = scheduledMessage(id, body);
    this.messages = [...this.messages, made];
    return made;
  }
}

function answer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}
