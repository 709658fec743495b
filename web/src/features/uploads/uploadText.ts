import { clockTime } from '$features/media';
import { slugOf, type Problem } from '$platform/http';
import { describeProblem, i18n, t } from '$platform/i18n';
import type { FileUpload } from './fileUpload';
import type { MediaLimits } from '$platform/api/types';

/** How far a file is, in words. */
export function stateText(upload: FileUpload, done: number, limits: MediaLimits | null): string {
  const { state, problem } = upload;
  const size = i18n.bytes(upload.bytes);
  const sent = i18n.bytes(done);
  switch (state) {
    case 'waiting':
      return problem === null ? t('files.waiting', { size }) : problemText(problem, limits);
    case 'sending':
      return t('files.sending', { sent, size });
    case 'paused':
      return t('files.paused', { sent, size });
    case 'missing':
      return t('files.missing', { size });
    case 'complete':
      return t('files.complete', { size });
    case 'refused':
      return problem === null ? '' : problemText(problem, limits);
  }
}

/** Why a file was refused or waits, with the limit it runs into where that is known. */
export function problemText(problem: Problem, limits: MediaLimits | null): string {
  const limit = limits === null ? '' : limitText(slugOf(problem.type), limits);
  return [describeProblem(problem), limit].filter((part) => part !== '').join(' ');
}

function limitText(slug: string, limits: MediaLimits): string {
  switch (slug) {
    case 'file-too-large':
      return t('files.limit', { most: i18n.bytes(limits.maxBytes) });
    case 'quota-exceeded':
      return t('files.quota', {
        most: i18n.bytes(limits.quotaBytes),
        used: i18n.bytes(limits.usedBytes),
      });
    case 'picture-too-large':
      return t('files.pixels', { most: String(Math.floor(limits.maxPixels / 1_000_000)) });
    case 'recording-too-long':
      return t('files.duration', { most: clockTime(limits.maxDurationMs) });
    default:
      return '';
  }
}
