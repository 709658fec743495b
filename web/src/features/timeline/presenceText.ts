import type { Presence } from '$platform/realtime';
import { t } from '$platform/i18n';

/** What a person shows of being there, in words: where they are, and what they say of it. */
export function presenceText(presence: Presence | undefined): string {
  const where = t(`people.${presence?.status ?? 'offline'}`);
  const said = [presence?.emoji ?? '', presence?.text ?? ''].filter(Boolean).join(' ');
  return said === '' ? where : `${where} · ${said}`;
}
