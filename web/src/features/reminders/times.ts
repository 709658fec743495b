import { t, type Key } from '$platform/i18n';

const MINUTE_MS = 60_000;
const MORNING = 9;
const EVENING = 20;
const MONDAY = 1;

type QuickLabel = Extract<
  Key,
  'remind.in20' | 'remind.in60' | 'remind.evening' | 'remind.tomorrow' | 'remind.monday'
>;

/** A time that is chosen with one press. */
export interface QuickTime {
  readonly id: string;
  readonly label: QuickLabel;
  readonly at: Date;
}

/** The times that people ask for most, of which none is past. */
export function quickTimes(now: Date): readonly QuickTime[] {
  const all: QuickTime[] = [
    { id: '20m', label: 'remind.in20', at: after(now, 20) },
    { id: '1h', label: 'remind.in60', at: after(now, 60) },
    { id: 'evening', label: 'remind.evening', at: onDay(now, 0, EVENING) },
    { id: 'tomorrow', label: 'remind.tomorrow', at: onDay(now, 1, MORNING) },
    { id: 'monday', label: 'remind.monday', at: onDay(now, daysTo(MONDAY, now), MORNING) },
  ];
  return all.filter(({ at }) => at > now);
}

export function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** At an hour of the day that is so many days on. */
function onDay(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}

/** Days to the next day of the week of this number, 1 to 7. */
function daysTo(weekday: number, now: Date): number {
  return ((weekday - now.getDay() + 6) % 7) + 1;
}

const UNITS = {
  HOURLY: ['repeat.hour', 'repeat.hours'],
  DAILY: ['repeat.day', 'repeat.days'],
  WEEKLY: ['repeat.week', 'repeat.weeks'],
  MONTHLY: ['repeat.month', 'repeat.months'],
  YEARLY: ['repeat.year', 'repeat.years'],
} as const;

/** How often a recurrence rule (RFC 5545) comes again, roughly; when exactly, its next times say. */
export function howOften(rule: string): string {
  const unit = Object.entries(UNITS).find(([name]) => rule.includes(`FREQ=${name}`))?.[1];
  if (unit === undefined) return t('repeat.again');
  const [each, several] = unit;
  const count = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? '1');
  return count === 1 ? t(each) : t(several, { count });
}

/** The value of an `<input type="datetime-local">` for a moment. */
export function localValue(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS);
  return shifted.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}
