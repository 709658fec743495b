import { beforeEach, describe, expect, it } from 'vitest';
import { Shell } from './shell';

const ORIGIN = 'https://tertulia.example';

/** What one build has put on the network. */
type Network = Record<string, string>;

class FakeCache {
  readonly kept = new Map<string, string>();
  readonly #network: () => Network;
  constructor(network: () => Network) {
    this.#network = network;
  }
  addAll(requests: Request[]): Promise<void> {
    const got = requests.map(({ url }) => [url, this.#network()[new URL(url).pathname]] as const);
    if (got.some(([, text]) => text === undefined)) return Promise.reject(new TypeError('404'));
    for (const [url, text] of got) this.kept.set(url, text ?? '');
    return Promise.resolve();
  }
  match(url: string): Promise<Response | undefined> {
    const text = this.kept.get(url);
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  }
}

/** The caches of one origin, as far as the shell uses them. */
class FakeCaches {
  readonly caches = new Map<string, FakeCache>();
  network: Network = {};
  open(name: string): Promise<FakeCache> {
    const cache = this.caches.get(name) ?? new FakeCache(() => this.network);
    this.caches.set(name, cache);
    return Promise.resolve(cache);
  }
  keys(): Promise<string[]> {
    return Promise.resolve([...this.caches.keys()]);
  }
  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.caches.delete(name));
  }
  async match(url: string): Promise<Response | undefined> {
    for (const cache of this.caches.values()) {
      const found = await cache.match(url);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

describe('Shell', () => {
  let caches: FakeCaches;
  let asked: string[];

  beforeEach(() => {
    caches = new FakeCaches();
    asked = [];
  });

  const shellOf = (version: string) =>
    new Shell(
      { version, files: [`/assets/app-${version}.js`, '/favicon.svg'] },
      caches as unknown as CacheStorage,
      ORIGIN,
    );

  async function installed(version: string): Promise<Shell> {
    caches.network = {
      '/': `page ${version}`,
      [`/assets/app-${version}.js`]: `app ${version}`,
      '/favicon.svg': 'icon',
    };
    const shell = shellOf(version);
    await shell.install();
    await shell.activate();
    return shell;
  }

  async function get(shell: Shell, path: string, mode = 'cors', method = 'GET') {
    const url = path.startsWith('/') ? ORIGIN + path : path;
    const answer = shell.answer({ method, mode, url }, () => {
      asked.push(path);
      return Promise.resolve(new Response('network'));
    });
    return answer === null ? null : (await answer).text();
  }

  it('answers every address of the application with its page, without the network', async () => {
    const shell = await installed('1');
    for (const path of ['/', '/chats/7', '/settings/notifications?x=1', '/index.html'])
      expect(await get(shell, path, 'navigate'), path).toBe('page 1');
    expect(await get(shell, '/assets/app-1.js')).toBe('app 1');
    expect(asked).toEqual([]);
  });

  it.each([
    ['/api/v1/chats', 'cors'],
    ['/api/v1/media/7/content/small?signature=s', 'no-cors'],
    ['/v1/api/chats', 'cors'],
    ['/docs', 'navigate'],
    ['/docs/ui/swagger-ui.css', 'no-cors'],
    ['/service-worker.js', 'same-origin'],
    ['/icons/icon-512.png', 'no-cors'],
    ['/something.pdf', 'navigate'],
    ['https://elsewhere.example/assets/app-1.js', 'no-cors'],
  ])('leaves %s to the browser', async (path, mode) => {
    const shell = await installed('1');
    expect(await get(shell, path, mode)).toBeNull();
  });

  it('leaves what is written to the browser', async () => {
    const shell = await installed('1');
    expect(await get(shell, '/', 'navigate', 'POST')).toBeNull();
  });

  it('is there as a whole or not at all', async () => {
    caches.network = { '/': 'page', '/favicon.svg': 'icon' };
    await expect(shellOf('1').install()).rejects.toThrow();
  });

  it('asks the network for what the browser has thrown away', async () => {
    const shell = await installed('1');
    caches.caches.clear();
    expect(await get(shell, '/chats', 'navigate')).toBe('network');
    expect(await get(shell, '/assets/app-1.js')).toBe('network');
  });

  it('keeps the shell before for pages that still show it, and forgets those before that', async () => {
    await installed('1');
    await installed('2');
    caches.caches.set('somebody-elses', new FakeCache(() => ({})));
    const shell = await installed('3');
    expect([...caches.caches.keys()].sort()).toEqual([
      'somebody-elses',
      'tertulia-shell-2',
      'tertulia-shell-3',
    ]);
    expect(await get(shell, '/assets/app-2.js')).toBe('app 2');
    expect(await get(shell, '/chats', 'navigate')).toBe('page 3');
  });

  it('does not keep what it fetches', async () => {
    const shell = await installed('1');
    expect(await get(shell, '/assets/other.js')).toBe('network');
    expect(await get(shell, '/assets/other.js')).toBe('network');
    expect(asked).toHaveLength(2);
  });
});
