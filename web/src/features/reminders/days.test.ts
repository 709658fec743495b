import { describe, expect, it } from 'vitest';
import { byDay, nameOfDay } from './days';

describe('byDay', () => {
  it('puts what falls on one day together, the soonest first', () => {
    const times = [
      new Date(2026, 11, 2, 9),
      new Date(2026, 11, 1, 23, 59),
      new Date(2026, 11, 2, 0),
      new Date(2027, 11, 2, 9),
    ];
    const days = byDay(times, (time) => time);
    expect(days.map(({ begins, items }) => [begins, items.map((at) => at.getHours())])).toEqual([
      [new Date(2026, 11, 1), [23]],
      [new Date(2026, 11, 2), [0, 9]],
      [new Date(2027, 11, 2), [9]],
    ]);
  });
});

describe('nameOfDay', () => {
  // The clocks go back in Europe that night: a day of 25 hours.
  const now = new Date(2026, 9, 24, 23, 30);

  it.each([
    [new Date(2026, 9, 24), 'Today'],
    [new Date(2026, 9, 25), 'Tomorrow'],
    [new Date(2026, 9, 26), 'Monday, October 26, 2026'],
    [new Date(2026, 9, 23), 'Friday, October 23, 2026'],
  ])('calls %s so', (day, name) => {
    expect(nameOfDay(day, now)).toBe(name);
  });
});
