import { describe, expect, it } from 'vitest';
import type { AlertView } from '$platform/api/types';
import { i18n } from '$platform/i18n';
import { alertText, QUIET_SPANS, spanText } from './alertText';

const names = { person: () => 'Ana', chat: () => 'Plaza' };
const alert = (fields: Partial<AlertView>): AlertView => ({
  alertId: 'a1',
  kind: 'word',
  createdAt: '2026-11-20T12:00:00Z',
  ...fields,
});

describe('alertText', () => {
  it.each([
    [{ kind: 'word', word: 'bread' }, '“bread” is said in any of my chats'],
    [{ kind: 'word', word: 'bread', chatId: 'c' }, '“bread” is said in Plaza'],
    [{ kind: 'person', userId: 'u' }, 'Ana writes in any chat we share'],
    [{ kind: 'person', userId: 'u', chatId: 'c' }, 'Ana writes in Plaza'],
    [{ kind: 'quiet', chatId: 'c', quietFor: 'PT24H' }, 'Nobody has written in Plaza for 1 day'],
  ] as const)('says what %j waits for', (fields, text) => {
    expect(alertText(alert(fields), names)).toBe(text);
  });
});

describe('spanText', () => {
  it('says each span that can be chosen in words', () => {
    expect(QUIET_SPANS.map(spanText)).toEqual(['4 hours', '1 day', '3 days', '7 days']);
    i18n.speak('es');
    expect(QUIET_SPANS.map(spanText)).toEqual(['4 horas', '1 día', '3 días', '7 días']);
  });

  it('says the same of the same span however it is written', () => {
    expect(spanText('P1DT12H')).toBe('36 hours');
    expect(spanText('P3D')).toBe('3 days');
    expect(spanText('PT24H0M0S')).toBe('1 day');
    expect(spanText('PT90M')).toBe('PT90M');
  });
});
