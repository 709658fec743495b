import { describeError, i18n, t } from '$platform/i18n';
import { MOST_BYTES, MOST_POINTS, UnopenedPicture } from './pictureFile';

/** Why a picture could not be opened, sent or used. */
export function pictureText(error: unknown): string {
  if (!(error instanceof UnopenedPicture)) return describeError(error);
  switch (error.reason) {
    case 'too-many-bytes':
      return `${t('error.fileTooLarge')} ${t('files.limit', { most: i18n.bytes(MOST_BYTES) })}`;
    case 'too-many-points':
      return [
        t('error.pictureTooLarge'),
        t('files.pixels', { most: String(MOST_POINTS / 1_000_000) }),
      ].join(' ');
    case 'unreadable':
      return t('pictures.unreadable');
  }
}
