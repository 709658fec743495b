import { t } from '$platform/i18n';
import { engineName, languageName } from './names';
import type { DeviceReason } from './onDevice';

/** Who has translated it, and from what, for people. */
export function creditText({ from, engine }: { from: string; engine: string }): string {
  const by = { engine: engineName(engine) };
  return from === ''
    ? t('translation.byUnknown', by)
    : t('translation.by', { language: languageName(from), ...by });
}

/** Why there is no translation, for people. */
export function reasonText(reason: DeviceReason, from: string | null, language: string): string {
  const target = languageName(language);
  switch (reason) {
    case 'no-engine':
      return from === null
        ? t('translation.noEngineInto', { target })
        : t('translation.noEngine', { language: languageName(from), target });
    case 'not-downloaded':
      return from === null
        ? t('translation.notDownloaded')
        : t('translation.notDownloadedFrom', { language: languageName(from) });
    case 'same-language':
      return t('translation.same');
    case 'no-words':
      return t('translation.noWords');
    case 'unsure':
      return t('translation.unsure');
    case 'too-long':
      return t('translation.tooLong');
    case 'engines-failed':
      return t('translation.failed');
  }
}
