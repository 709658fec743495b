import { describe, expect, it } from 'vitest';
import { toggled, WEEKDAYS, weekdayName } from './weekdays';

describe('the days of the week', () => {
  it('are called as in the language of the person, whatever the time zone', () => {
    expect(weekdayName('MO', 'en')).toBe('Monday');
    expect(weekdayName('SU', 'en')).toBe('Sunday');
    expect(weekdayName('WE', 'es')).toBe('miércoles');
  });

  it('stay in their order when one is taken in or out', () => {
    expect(toggled(['SU', 'MO'], 'FR', true)).toEqual(['MO', 'FR', 'SU']);
    expect(toggled(WEEKDAYS, 'MO', false)).toEqual(['TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
    expect(toggled(['MO'], 'MO', true)).toEqual(['MO']);
  });
});
