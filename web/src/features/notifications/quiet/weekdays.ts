import type { QuietHours } from '$platform/api/types';

export type Weekday = QuietHours['days'][number];

/** The days of the week as the suite names them (RFC 5545), from Monday on. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const satisfies Weekday[];

/** A Monday. */
const SOME_MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

/** What a day of the week is called. */
export function weekdayName(day: Weekday, language: string): string {
  const date = new Date(SOME_MONDAY + WEEKDAYS.indexOf(day) * DAY_MS);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** The days in their order, with one more of them or one less. */
export function toggled(days: readonly Weekday[], day: Weekday, on: boolean): Weekday[] {
  return WEEKDAYS.filter((one) => (one === day ? on : days.includes(one)));
}
