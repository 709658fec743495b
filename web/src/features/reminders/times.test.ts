import { describe, expect, it } from 'vitest';
import { reminderIn } from './command';
import { howOften, localValue, quickTimes } from './times';

describe('quickTimes', () => {
  const at = (now: Date) =>
    Object.fromEntries(quickTimes(now).map((one) => [one.id, localValue(one.at)]));

  it('are those people ask for most', () => {
    // A Friday.
    expect(at(new Date(2026, 10, 27, 17, 5))).toEqual({
      '20m': '2026-11-27T17:25',
      '1h': '2026-11-27T18:05',
      evening: '2026-11-27T20:00',
      tomorrow: '2026-11-28T09:00',
      monday: '2026-11-30T09:00',
    });
  });

  it('leave out what is past, and mean the next Monday on a Monday', () => {
    const monday = at(new Date(2026, 10, 30, 21));
    expect(monday['evening']).toBeUndefined();
    expect(monday['monday']).toBe('2026-12-07T09:00');
  });
});

describe('howOften', () => {
  it.each([
    ['FREQ=DAILY', 'Every day'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every 2 weeks'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'Every month'],
    ['FREQ=SECONDLY', 'Comes again'],
  ])('says %s as people do', (rule, said) => {
    expect(howOften(rule)).toBe(said);
  });
});

describe('reminderIn', () => {
  it.each([
    ['/remind me tomorrow at 9 to call Ana', 'tomorrow at 9 to call Ana'],
    ['  /REMIND in 20 minutes tea', 'in 20 minutes tea'],
    ['/recuérdame mañana regar', 'mañana regar'],
    ['/recuerdame mañana regar', 'mañana regar'],
    ['/recue\u0301rdame', ''],
  ])('takes %s as a command', (text, sentence) => {
    expect(reminderIn(text)).toBe(sentence);
  });

  it.each(['remind me', '/reminder', 'say /remind', '/recuérdamelo'])('says %s', (text) => {
    expect(reminderIn(text)).toBeNull();
  });
});
