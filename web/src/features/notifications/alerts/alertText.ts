import type { AlertView } from '$platform/api/types';
import { t } from '$platform/i18n';

/** For how long nobody has to write, as the suite has it (ISO 8601), of which one is chosen. */
export const QUIET_SPANS = ['PT4H', 'PT24H', 'PT72H', 'PT168H'] as const;

const HOURS_OF_A_DAY = 24;

/** "4 hours", "3 days"; a span that is neither is shown as it is written. */
export function spanText(span: string): string {
  const [, days, hours] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:0+M)?(?:0+S)?)?$/.exec(span) ?? [];
  const whole = Number(days ?? 0) * HOURS_OF_A_DAY + Number(hours ?? 0);
  if (whole === 0) return span;
  return whole % HOURS_OF_A_DAY === 0
    ? t('alert.days', { count: whole / HOURS_OF_A_DAY })
    : t('alert.hours', { count: whole });
}

/** Who and where an alert is about, by name; null where there is none to be had. */
export interface Names {
  readonly person: (id: string) => string;
  readonly chat: (id: string) => string;
}

/** What an alert waits for: "“bread” is said in Plaza". */
export function alertText({ kind, word, userId, chatId, quietFor }: AlertView, of: Names): string {
  const where = chatId === undefined ? null : of.chat(chatId);
  if (kind === 'quiet') {
    return t('alert.quiet', { where: where ?? t('chats.unknown'), span: spanText(quietFor ?? '') });
  }
  if (kind === 'person') {
    const name = userId === undefined ? t('people.unknown') : of.person(userId);
    return where === null ? t('alert.person', { name }) : t('alert.personIn', { name, where });
  }
  const said = word ?? '';
  return where === null
    ? t('alert.word', { word: said })
    : t('alert.wordIn', { word: said, where });
}
