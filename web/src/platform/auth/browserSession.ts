import { exclusively } from '$platform/async';
import { HttpClient } from '$platform/http';
import { Session } from './session.svelte';

/** The session of a real browser: its storage, its tabs, its locks. */
export function browserSession(base: string): Session {
  return new Session({
    http: new HttpClient({ base, tokens: null }),
    storage: localStorage,
    channel: new BroadcastChannel('tertulia.session'),
    exclusively,
    deviceName: deviceName(navigator.userAgent),
  });
}

/** What a person would call this browser in the list of sessions: "Firefox, Linux". */
export function deviceName(userAgent: string): string {
  const browser =
    firstOf(userAgent, {
      Edg: 'Edge',
      OPR: 'Opera',
      Firefox: 'Firefox',
      Chrome: 'Chrome',
      Safari: 'Safari',
    }) ?? 'Browser';
  const system = firstOf(userAgent, {
    Android: 'Android',
    iPhone: 'iPhone',
    iPad: 'iPad',
    Windows: 'Windows',
    'Mac OS': 'macOS',
    Linux: 'Linux',
  });
  return system === null ? browser : `${browser}, ${system}`;
}

function firstOf(text: string, names: Record<string, string>): string | null {
  return Object.entries(names).find(([mark]) => text.includes(mark))?.[1] ?? null;
}
