import { createContext } from 'svelte';
import type { PageMessage, WorkerMessage } from './messages';

/** The part of a service worker that a page has to do with. */
export interface Worker {
  readonly state: ServiceWorkerState;
  postMessage(message: PageMessage): void;
  addEventListener(type: 'statechange', listener: () => void): void;
}

export interface Registration {
  readonly installing: Worker | null;
  readonly waiting: Worker | null;
  addEventListener(type: 'updatefound', listener: () => void): void;
  update(): Promise<unknown>;
}

export interface Container {
  /** Null while no worker answers for this page. */
  readonly controller: unknown;
  register(script: string): Promise<Registration>;
  addEventListener(type: 'controllerchange', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface AppWorkerOptions {
  readonly container: Container;
  readonly reload: () => void;
  /** Calls again and again. */
  readonly every: (ms: number, run: () => void) => void;
}

const SCRIPT = '/service-worker.js';
/** A page may stay open for weeks: without asking, it would learn of a newer version when it is opened anew. */
const CHECK_MS = 60 * 60_000;

/**
 * The service worker from the side of a page: whether there is a newer version of the application, and what the worker
 * has to say. A newer version never comes by itself over what somebody sees.
 */
export class AppWorker {
  readonly #options: AppWorkerOptions;
  readonly #listeners = new Set<(message: WorkerMessage) => void>();
  #newer = $state(false);
  #waiting: Worker | null = null;
  /** The person has asked for the newer version, in this page. */
  #wanted = false;
  #controlled = false;

  constructor(options: AppWorkerOptions) {
    this.#options = options;
  }

  /** A newer version is ready. */
  get newer(): boolean {
    return this.#newer;
  }

  /** Without a worker (private windows of some browsers) the application goes on as it does without one. */
  async start(): Promise<void> {
    const { container, every } = this.#options;
    this.#controlled = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      this.#tookOver();
    });
    container.addEventListener('message', ({ data }) => {
      if (isOurs(data)) for (const listener of this.#listeners) listener(data);
    });
    try {
      const registration = await container.register(SCRIPT);
      this.#watch(registration);
      every(CHECK_MS, () => {
        registration.update().catch(() => {
          // Not now, then next time.
        });
      });
    } catch {
      // Not allowed here.
    }
  }

  /** Hears what the worker says. Returns the way to stop. */
  listen(listener: (message: WorkerMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows the newer version; whoever calls sees to it that nothing is lost. */
  reload(): void {
    if (this.#waiting?.state !== 'installed') {
      this.#options.reload();
      return;
    }
    this.#wanted = true;
    this.#waiting.postMessage({ kind: 'take-over' });
  }

  #watch(registration: Registration): void {
    if (registration.waiting !== null) this.#ready(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') this.#ready(installing);
      });
    });
  }

  /** The first worker of a browser is no newer version of anything. */
  #ready(worker: Worker): void {
    if (this.#options.container.controller === null) return;
    this.#waiting = worker;
    this.#newer = true;
  }

  #tookOver(): void {
    if (this.#wanted) this.#options.reload();
    // Another page has asked for it: this one shows the older version until its person wants otherwise.
    else if (this.#controlled) this.#newer = true;
    this.#controlled = true;
  }
}

function isOurs(data: unknown): data is WorkerMessage {
  const kind = (data as { kind?: unknown } | null)?.kind;
  return kind === 'follow' || kind === 'subscription-changed';
}

/** The worker of this browser; null where there is none. */
export function browserWorker(): AppWorker | null {
  if (!('serviceWorker' in navigator)) return null;
  return new AppWorker({
    container: navigator.serviceWorker,
    reload: () => {
      location.reload();
    },
    every: (ms, run) => {
      setInterval(run, ms);
    },
  });
}

/** Null where the browser has no service workers. */
export const [useAppWorker, provideAppWorker] = createContext<AppWorker | null>();
