/** The places of the application. */
export type Route =
  | {
      readonly page: 'login' | 'register' | 'chats' | 'explore' | 'people' | 'settings' | 'unknown';
    }
  | { readonly page: 'chat'; readonly chatId: string };

const PAGES: Record<string, Exclude<Route['page'], 'chat'>> = {
  '/': 'chats',
  '/login': 'login',
  '/register': 'register',
  '/chats': 'chats',
  '/explore': 'explore',
  '/people': 'people',
  '/settings': 'settings',
};

/** Which place a path leads to. */
export function routeOf(path: string): Route {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const chatId = /^\/chats\/([0-9a-f-]{36})$/i.exec(trimmed)?.[1];
  if (chatId !== undefined) return { page: 'chat', chatId };
  return { page: PAGES[trimmed] ?? 'unknown' };
}

export function pathOfChat(chatId: string): string {
  return `/chats/${chatId}`;
}

/** The place we are at, kept in step with the address of the window (History API). */
class Router {
  #path = $state(location.pathname);
  readonly route = $derived(routeOf(this.#path));

  go(path: string, replace = false): void {
    if (path === this.#path) return;
    if (replace) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    this.#path = path;
  }

  /** Follows back, forward and plain clicks on links of ours. Returns the way to stop. */
  listen(): () => void {
    const moved = () => {
      this.#path = location.pathname;
    };
    const clicked = (event: MouseEvent) => {
      const path = pathOfClick(event);
      if (path === null) return;
      event.preventDefault();
      this.go(path);
    };
    window.addEventListener('popstate', moved);
    document.addEventListener('click', clicked);
    return () => {
      window.removeEventListener('popstate', moved);
      document.removeEventListener('click', clicked);
    };
  }
}

/** The path a click leads to, or null when it is the browser's business (new tab, other origin, a fragment). */
function pathOfClick(event: MouseEvent): string | null {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return null;
  if (link.origin !== location.origin || link.getAttribute('href')?.startsWith('#') === true)
    return null;
  return link.pathname;
}

/** The one router of the page. */
export const router = new Router();
