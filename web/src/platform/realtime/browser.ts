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

/** Unpacks gzip, where the browser can. */
export const gunzip =
  typeof DecompressionStream === 'undefined'
    ? undefined
    : async (data: ArrayBuffer): Promise<string> => {
        const packed = new Response(data).body;
        if (packed === null) return '';
        return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
      };

/** Opens WebSockets to a path of the origin the page came from. */
export function socketOf(path: string): (protocols: string[]) => SocketLike {
  return (protocols) => {
    const url = new URL(path, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(url, protocols) as SocketLike;
  };
}
