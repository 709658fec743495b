import { i18n, t } from '$platform/i18n';
import { isVoiceNote, type ShownAttachment } from './attachment';

type Attachments = readonly ShownAttachment[] | null | undefined;

/** What came with a message in a word or two, for lists and quotes: "Photo", "3 videos", the name of a file. */
export function summaryOf(attachments: Attachments): string {
  const [first, ...others] = attachments ?? [];
  if (first === undefined) return '';
  if (others.length === 0) return kindOf(first);
  const count = others.length + 1;
  if (others.some(({ kind }) => kind !== first.kind)) return t('media.several.mixed', { count });
  return t(`media.several.${first.kind}`, { count });
}

/** A message in one line: what came with it, and what it says. */
export function lineOf(text: string, attachments: Attachments): string {
  return [summaryOf(attachments), text].filter((part) => part !== '').join(' · ');
}

/** The same for those who listen: with what the pictures show. */
export function spokenOf(text: string, attachments: Attachments): string {
  const shown = (attachments ?? []).map(({ alt }) => alt ?? '').filter((alt) => alt !== '');
  return [summaryOf(attachments), ...shown, text].filter((part) => part !== '').join('. ');
}

function kindOf(attachment: ShownAttachment): string {
  if (attachment.kind === 'file') return attachment.name;
  if (isVoiceNote(attachment)) return t('media.kind.voice');
  return t(`media.kind.${attachment.kind}`);
}

/** What a picture or a video shows, in words: what its sender said of it, else what it is called. */
export function altOf(attachment: ShownAttachment): string {
  const alt = attachment.alt ?? '';
  if (alt !== '') return alt;
  return t('media.unnamed', { kind: kindOf(attachment), name: attachment.name });
}

/** Minutes and seconds, 1:05; hours before them when there are any. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  if (minutes < 60) return `${String(minutes)}:${rest}`;
  return `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}:${rest}`;
}

/** What a file is and how large: "PDF · 1.2 MB". */
export function factsOf({ name, contentType, bytes }: ShownAttachment): string {
  return `${typeOf(name, contentType)} · ${i18n.bytes(bytes)}`;
}

/** The ending of the name, as people know it; where there is none, what the type is called. */
function typeOf(name: string, contentType: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  const type =
    ending ?? /^[^/]+\/([^;]+)/.exec(contentType)?.[1]?.split(/[.+]/).at(-1) ?? contentType;
  return type.toUpperCase();
}
