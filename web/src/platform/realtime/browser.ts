import type { RealtimeClock, SocketLike } from './ports';

/** The browser's own clock, timers and chance. */
export const browserClock: RealtimeClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
};

/** Opens WebSockets to a path of the origin the page came from. */
export function socketOf(path: string): (protocols: string[]) => SocketLike {
  return (protocols) => {
    const url = new URL(path, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(url, protocols) as SocketLike;
  };
}
