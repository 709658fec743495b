import { NetworkError, ProblemError } from '$platform/http';
import { describeError, t } from '$platform/i18n';

/** What a person should know of a failure to be pushed to: the browser's own, unless the suite said something. */
export function describePushError(error: unknown): string {
  if (error instanceof ProblemError || error instanceof NetworkError) return describeError(error);
  return t('push.refused');
}
