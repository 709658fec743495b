/** The places of the application. */
export type Route =
  | {
      readonly page:
        | 'login'
        | 'register'
        | 'chats'
        | 'explore'
        | 'people'
        | 'settings'
        | 'notification-settings'
        | 'confirm-email'
        | 'search'
        | 'notifications'
        | 'reminders'
        | 'scheduled'
        | 'bookmarks'
        | 'threads'
        | 'unknown';
    }
  | {
      readonly page: 'chat';
      readonly chatId: string;
      /** A message to go to. */
      readonly message: number | null;
      /** A thread that is open, by the seq of its root. */
      readonly thread: number | null;
    };

const PAGES: Record<string, Exclude<Route['page'], 'chat'>> = {
  '/': 'chats',
  '/login': 'login',
  '/register': 'register',
  '/chats': 'chats',
  '/explore': 'explore',
  '/people': 'people',
  '/settings': 'settings',
  '/settings/notifications': 'notification-settings',
  '/settings/email/confirm': 'confirm-email',
  '/search': 'search',
  '/notifications': 'notifications',
  '/reminders': 'reminders',
  '/scheduled': 'scheduled',
  '/bookmarks': 'bookmarks',
  '/threads': 'threads',
};

const CHAT = /^\/chats\/([0-9a-f-]{36})(?:\/(messages|threads)\/(\d{1,15}))?$/i;

/** Which place a path leads to. */
export function routeOf(path: string): Route {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const [, chatId, part, seq] = CHAT.exec(trimmed) ?? [];
  if (chatId !== undefined) {
    const message = part === 'messages' ? Number(seq) : null;
    const thread = part === 'threads' ? Number(seq) : null;
    return { page: 'chat', chatId, message, thread };
  }
  return { page: PAGES[trimmed] ?? 'unknown' };
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
