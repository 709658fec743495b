import {
  attached,
  placeOf,
  type Attachments,
  type Conversations,
  type OutgoingFile,
} from '$features/conversations';
import { setApart } from '$features/emoji';
import { ownZone, reminderIn } from '$features/reminders';
import type { NewScheduledMessage } from '$features/scheduled';
import {
  FILES_PER_MESSAGE,
  pastedOf,
  type AboutFile,
  type Picked,
  type Uploads,
} from '$features/uploads';
import { isTranslateCommand } from '$features/translation';
import { describeError, t } from '$platform/i18n';
import { DraftTranslation, type DraftTranslator } from './draftTranslation.svelte';
import { MentionBox } from './mentionBox.svelte';
import { roomLeft } from './messageLimits';
import type { TimelineDesk } from './timelineDesk.svelte';
import { TypingSignal } from './typingSignal';

export interface ComposerOptions {
  readonly chatId: string;
  readonly thread: number | null;
  readonly conversations: Pick<Conversations, 'typing'> & {
    readonly drafts: Pick<
      Conversations['drafts'],
      'read' | 'write' | 'translated' | 'keepTranslated'
    >;
  };
  readonly uploads: Pick<Uploads, 'at' | 'add' | 'outgoing' | 'taken' | 'released'>;
  readonly desk: Pick<TimelineDesk, 'answering' | 'answer' | 'dialog'>;
  /** False when it can neither be sent nor kept. */
  readonly send: (
    text: string,
    attachments: Attachments,
    files: readonly OutgoingFile[],
  ) => boolean;
  /** Has it posted later; fails as the HttpClient does. */
  readonly schedule: (message: NewScheduledMessage) => Promise<unknown>;
  readonly translator: DraftTranslator;
}

/** What is being written at one place: its words, its files, and how it is sent, at once or later. */
export class ComposerModel {
  readonly chatId: string;
  readonly thread: number | null;
  readonly place: string;
  readonly mentions: MentionBox;
  readonly translation: DraftTranslation;
  text = $state('');
  /** What went wrong with what was written or picked last. */
  notice = $state('');
  /** Where it is written. */
  area = $state.raw<HTMLTextAreaElement>();
  readonly #options: ComposerOptions;
  readonly #typing: TypingSignal;
  #scheduling = $state(false);
  /** The draft of another device that is shown. */
  #followed: string;

  constructor(options: ComposerOptions) {
    const { chatId, thread, conversations } = options;
    this.#options = options;
    this.chatId = chatId;
    this.thread = thread;
    this.place = placeOf(chatId, thread);
    this.mentions = new MentionBox(chatId);
    this.translation = new DraftTranslation(options.translator, this, conversations.drafts);
    this.#typing = new TypingSignal(() => {
      conversations.typing(chatId, thread);
    });
    this.text = this.#followed = conversations.drafts.read(this.place).text;
  }

  readonly room = $derived(roomLeft(this.text));
  readonly files = $derived.by(() => this.#options.uploads.at(this.place));
  /** There is something to send. */
  readonly begun: boolean = $derived(this.text.trim() !== '' || this.files.length > 0);
  /** It can be sent as it is. */
  readonly ready: boolean = $derived(this.begun && this.room.fits && !this.#scheduling);

  /** The message that is answered. */
  get replyTo(): number | null {
    return this.#options.desk.answering(this.thread);
  }

  /** It is being handed over, to be sent later: nothing of it changes until that is done. */
  get scheduling(): boolean {
    return this.#scheduling;
  }

  /** Takes up what the draft answers. */
  open(): void {
    const { replyTo } = this.#options.conversations.drafts.read(this.place);
    if (replyTo !== null) this.answer(replyTo);
  }

  /** Keeps it as a draft. */
  keep(): void {
    this.#options.conversations.drafts.write(this.place, this.text, this.replyTo);
  }

  dispose(): void {
    this.translation.dispose();
  }

  /** A draft of another device shows here as long as nothing else was typed. */
  follow(known: string): void {
    if (this.text === this.#followed) this.text = known;
    this.#followed = known;
  }

  answer(seq: number | null): void {
    this.#options.desk.answer(this.thread, seq);
  }

  typed(): void {
    this.notice = '';
    if (this.text.trim() !== '') this.#typing.typed();
    if (this.area !== undefined) this.mentions.look(this.text, this.area.selectionStart);
  }

  /** Takes files to go with the message, as far as there is room for them. */
  attach(picked: readonly File[], about: AboutFile = {}): void {
    const taken = this.#options.uploads.add(this.place, picked, about);
    const all = taken.length === picked.length;
    this.notice = all ? '' : t('files.tooMany', { count: FILES_PER_MESSAGE });
  }

  take({ files, folders }: Picked): void {
    this.attach(files);
    if (folders) this.notice = t('files.folders');
    this.area?.focus();
  }

  pasted(event: ClipboardEvent): void {
    const copied = pastedOf(event.clipboardData);
    if (copied.length === 0) return;
    event.preventDefault();
    this.attach(copied);
  }

  send(): void {
    if (!this.ready || this.#asksForReminder() || this.#asksForTranslation()) return;
    this.notice = this.#obstacle() ?? '';
    if (this.notice === '') this.#post();
  }

  /** Has it sent at a time; answers why that can not be, null when it is done. What was written stays until then. */
  async sendAt(at: Date): Promise<string | null> {
    if (!this.ready || this.#asksForReminder() || this.#asksForTranslation()) return null;
    this.notice = this.#obstacle() ?? this.#obstacleLater() ?? '';
    if (this.notice === '') await this.#schedule(at);
    return this.notice === '' ? null : this.notice;
  }

  clear(): void {
    this.notice = '';
    this.text = '';
    this.translation.forget();
    this.answer(null);
    this.#options.conversations.drafts.write(this.place, '', null);
    this.mentions.close();
  }

  insert(piece: string, from = this.#selection().from, to = this.#selection().to): void {
    this.text = this.text.slice(0, from) + piece + this.text.slice(to);
    const at = from + piece.length;
    queueMicrotask(() => {
      this.area?.focus();
      this.area?.setSelectionRange(at, at);
    });
  }

  /** One of the chat's own is none when it stands in a word. */
  insertEmoji(picked: string): void {
    const { from, to } = this.#selection();
    const own = picked.startsWith(':');
    const before = this.text.slice(0, from);
    this.insert(own ? setApart(picked, before, this.text.slice(to)) : picked, from, to);
  }

  call(handle: string): void {
    const { from, to } = this.mentions.range;
    this.mentions.close();
    this.insert(`@${handle} `, from, to);
  }

  #selection(): { from: number; to: number } {
    const from = this.area?.selectionStart ?? this.text.length;
    return { from, to: this.area?.selectionEnd ?? from };
  }

  /** A command is no message: it opens what it asks for. */
  #asksForReminder(): boolean {
    const sentence = this.files.length === 0 ? reminderIn(this.text) : null;
    if (sentence === null) return false;
    const made = () => {
      this.clear();
    };
    this.#options.desk.dialog = { kind: 'command', sentence, made };
    return true;
  }

  /** Another command: what is written becomes what it is in another language, to be looked at before it is sent. */
  #asksForTranslation(): boolean {
    if (!isTranslateCommand(this.text)) return false;
    void this.translation.run();
    return true;
  }

  /** Why its files can not go with it; null when they can. */
  #obstacle(): string | null {
    if (this.files.length > FILES_PER_MESSAGE) {
      return t('files.over', { count: FILES_PER_MESSAGE });
    }
    const blocked = this.files.some(({ state }) => state === 'refused' || state === 'missing');
    return blocked ? t('files.blocked') : null;
  }

  /** The same of a message that is handed over now: nothing of it may be on its way. */
  #obstacleLater(): string | null {
    const underWay = this.files.some(({ mediaId }) => mediaId === null);
    return underWay ? t('later.filesUnderWay') : null;
  }

  #post(): void {
    const { send, uploads } = this.#options;
    const outgoing = uploads.outgoing(this.files);
    if (!send(this.text.trim(), this.#where(), outgoing)) {
      this.notice = t('error.noRoom');
      return;
    }
    uploads.taken(outgoing);
    this.#sent();
  }

  async #schedule(at: Date): Promise<void> {
    const { schedule, uploads } = this.#options;
    const outgoing = uploads.outgoing(this.files);
    const attachments = attached(outgoing);
    this.#scheduling = true;
    try {
      await schedule({
        ...{ chatId: this.chatId, text: this.text.trim(), ...this.#where() },
        ...{ dueAt: at.toISOString(), zone: ownZone() },
        ...(attachments.length === 0 ? {} : { attachments }),
      });
      uploads.released(
        outgoing.map(({ uploadId }) => uploadId),
        true,
      );
      this.#sent();
    } catch (error) {
      this.notice = describeError(error);
    }
    this.#scheduling = false;
    // The button that asked for it could not keep the focus meanwhile.
    this.area?.focus();
  }

  #sent(): void {
    this.clear();
    this.#typing.sent();
    this.area?.focus();
  }

  #where(): { readonly thread?: number; readonly replyTo?: number } {
    const { thread, replyTo } = this;
    return { ...(thread === null ? {} : { thread }), ...(replyTo === null ? {} : { replyTo }) };
  }
}
