/** What the build says of the application: its files, and a name for exactly these. */
export interface ShellManifest {
  readonly version: string;
  /** Paths of files that carry the digest of their content in their names, and of those that do not. */
  readonly files: readonly string[];
}

const PREFIX = 'tertulia-shell-';
const PAGE = '/';
/** First segments of what is not the application: the API above all, of which nothing is ever kept. */
const NOT_THE_APP = new Set([
  'api',
  'v1',
  'docs',
  'actuator',
  '.well-known',
  'livez',
  'readyz',
  'service-worker.js',
]);
/** The present shell, and the one before it: pages of that may still be open, and want more of it. */
const KEPT_SHELLS = 2;

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/**
 * The application as one build made it, kept in this browser: its page, scripts, styles and icons, and nothing else.
 * All of it or nothing: a visit never gets files of two builds.
 */
export class Shell {
  readonly #manifest: ShellManifest;
  readonly #caches: CacheStorage;
  readonly #origin: string;
  readonly #kept: ReadonlySet<string>;

  constructor(manifest: ShellManifest, storage: CacheStorage, origin: string) {
    this.#manifest = manifest;
    this.#caches = storage;
    this.#origin = origin;
    this.#kept = new Set(manifest.files);
  }

  get name(): string {
    return PREFIX + this.#manifest.version;
  }

  /** Fetches every file; fails when one does not come. */
  async install(): Promise<void> {
    const cache = await this.#caches.open(this.name);
    const requests = [PAGE, ...this.#manifest.files].map(
      (path) =>
        new Request(this.#origin + path, { cache: isNamedByContent(path) ? 'default' : 'reload' }),
    );
    await cache.addAll(requests);
  }

  /** Forgets the shells of builds that nobody can be using any more. */
  async activate(): Promise<void> {
    const names = (await this.#caches.keys()).filter((name) => name.startsWith(PREFIX));
    const others = names.filter((name) => name !== this.name);
    // In the order in which they were made.
    const old = others.slice(0, Math.max(0, others.length - (KEPT_SHELLS - 1)));
    await Promise.all(old.map((name) => this.#caches.delete(name)));
  }

  /** The answer to what is of the application; null when it is the network's business. */
  answer({ method, mode, url }: Asked, fetch: () => Promise<Response>): Promise<Response> | null {
    const { origin, pathname } = new URL(url);
    if (method !== 'GET' || origin !== this.#origin) return null;
    if (NOT_THE_APP.has(pathname.split('/')[1] ?? '')) return null;
    if (mode === 'navigate') return isFile(pathname) ? null : this.#page(fetch);
    if (this.#kept.has(pathname) || isNamedByContent(pathname)) return this.#file(url, fetch);
    return null;
  }

  async #page(fetch: () => Promise<Response>): Promise<Response> {
    const cache = await this.#caches.open(this.name);
    return (await cache.match(this.#origin + PAGE)) ?? fetch();
  }

  async #file(url: string, fetch: () => Promise<Response>): Promise<Response> {
    const cache = await this.#caches.open(this.name);
    // Names that carry a digest are the same file in every shell.
    const kept = (await cache.match(url)) ?? (await this.#caches.match(url));
    return kept ?? fetch();
  }
}

function isNamedByContent(path: string): boolean {
  return path.startsWith('/assets/');
}

/** Views have no dot in their last segment; the gateway tells them apart in the same way. */
function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.') && path !== '/index.html';
}
