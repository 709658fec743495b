import type { IconName } from '$ui/icons';
import type { ShownAttachment } from './attachment';

const BY_TYPE: readonly (readonly [RegExp, IconName])[] = [
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'sound'],
  [/zip|compressed|x-tar|x-7z|x-rar|gzip/, 'archive'],
  [/spreadsheet|excel|csv/, 'table'],
  [/^text\/|pdf|word|opendocument\.text|rtf|epub/, 'text'],
];

/** What kind of file it is, at a glance. */
export function iconOf({ contentType }: Pick<ShownAttachment, 'contentType'>): IconName {
  return BY_TYPE.find(([type]) => type.test(contentType))?.[1] ?? 'file';
}
