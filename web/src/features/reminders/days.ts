import { i18n, t } from '$platform/i18n';

/** What falls on one day of the calendar here. */
export interface Day<T> {
  /** Its first moment. */
  readonly begins: Date;
  readonly items: readonly T[];
}

/** Things by the day they fall on, the soonest first; within a day in their order of time. */
export function byDay<T>(items: readonly T[], timeOf: (item: T) => Date): readonly Day<T>[] {
  const days = new Map<number, { readonly begins: Date; readonly items: T[] }>();
  const ordered = [...items].sort((a, b) => timeOf(a).getTime() - timeOf(b).getTime());
  for (const item of ordered) {
    const begins = startOfDay(timeOf(item));
    const day = days.get(begins.getTime()) ?? { begins, items: [] };
    day.items.push(item);
    days.set(begins.getTime(), day);
  }
  return [...days.values()];
}

/** A day as people say it of what is to come: today, tomorrow, else with its weekday and date. */
export function nameOfDay(day: Date, now: Date): string {
  const begins = startOfDay(day).getTime();
  if (begins === startOfDay(now).getTime()) return t('timeline.today');
  if (begins === startOfDay(now, 1).getTime()) return t('reminders.tomorrow');
  return i18n.dateInFull(day);
}

function startOfDay(at: Date, daysOn = 0): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + daysOn);
}
