import { createContext } from 'svelte';
import {
  isDeleted,
  isEditable,
  versionOf,
  type Change,
  type Conversations,
} from '$features/conversations';
import { isVisual, picturesIn, type ChatPicture, type ShownAttachment } from '$features/media';
import type { Translations } from '$features/translation';
import type { ChatKind, MessageView, Role } from '$platform/api/types';
import { pathOfMessage, pathOfThread, router } from '$platform/navigation';
import { TranslatingOne } from './translatingOne.svelte';

/** What can be done with a message, each by a key while it has the focus. */
export const ACTIONS = [
  'open',
  'react',
  'reply',
  'thread',
  'edit',
  'forward',
  'translate',
  'copyText',
  'copyLink',
  'pin',
  'bookmark',
  'remind',
  'unread',
  'receipts',
  'reactors',
  'history',
  'delete',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What has no sense in a thread: it has no threads in it, and markers of its own. */
const MAIN_ONLY: readonly Action[] = ['thread', 'unread', 'receipts'];

export const KEYS: Record<Action, string> = {
  open: 'O',
  react: '+',
  reply: 'R',
  thread: 'T',
  edit: 'E',
  forward: 'F',
  translate: 'L',
  copyText: 'X',
  copyLink: 'C',
  pin: 'P',
  bookmark: 'S',
  remind: 'M',
  unread: 'U',
  receipts: 'V',
  reactors: 'W',
  history: 'H',
  delete: 'Delete',
};

/** The action of a key pressed on a message; undefined for any other key. */
export function actionOf(event: KeyboardEvent): Action | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const key = event.key.toLowerCase();
  return ACTIONS.find((action) => KEYS[action].toLowerCase() === key);
}

export interface Rights {
  readonly me: string;
  readonly kind: ChatKind;
  readonly role: Role | null;
}

/** What I may do with a message, in the order of the menu; the suite decides, this only leaves out what it refuses. */
export function actionsFor(message: MessageView, { me, kind, role }: Rights): readonly Action[] {
  const mine = message.senderId === me;
  const leads = kind !== 'private' && (role === 'owner' || role === 'admin');
  if (isDeleted(message)) return ['thread', 'copyLink'];
  const allowed: Record<Action, boolean> = {
    open: (message.attachments ?? []).some(isVisual),
    react: true,
    reply: true,
    thread: (message.thread ?? null) === null,
    edit: mine && isEditable(message),
    forward: true,
    translate: !mine && message.text !== '',
    copyText: message.text !== '',
    copyLink: true,
    pin: kind !== 'public' || leads,
    bookmark: true,
    remind: true,
    unread: !mine && (message.thread ?? null) === null,
    receipts: mine && kind !== 'private',
    reactors: (message.reactions?.length ?? 0) > 0,
    history: versionOf(message) > 1,
    delete: mine || leads,
  };
  return ACTIONS.filter((action) => allowed[action]);
}

/** A dialog over the conversation, and the message it is about. */
export type Dialog =
  | {
      readonly kind: 'delete' | 'history' | 'forward' | 'react' | 'receipts' | 'remind';
      readonly message: MessageView;
    }
  | { readonly kind: 'reactors'; readonly message: MessageView; readonly emoji: string }
  /** A picture, and the thread it is looked at in. */
  | { readonly kind: 'viewer'; readonly picture: ChatPicture; readonly thread: number | null }
  /** What was written after /remind; `made` when there is a reminder of it. */
  | { readonly kind: 'command'; readonly sentence: string; readonly made: () => void }
  | { readonly kind: 'shortcuts' | 'pins' | 'date' | 'gallery' | 'emoji' | 'glossary' };

interface Answering {
  readonly seq: number;
}

/** What is being done with the messages of an open chat: which one is edited, answered, asked about or pointed at. */
export class TimelineDesk {
  readonly chatId: string;
  editing = $state<number | null>(null);
  dialog = $state.raw<Dialog | null>(null);
  /** The message somebody was led to. */
  highlighted = $state<number | null>(null);
  /** How often somebody has followed a quote to its message. */
  led = $state(0);
  /** Said to those who do not see it: "copied" and the like. */
  notice = $state('');
  rights = $state.raw<Rights>({ me: '', kind: 'private', role: null });
  readonly translating: TranslatingOne;
  readonly #conversations: Conversations;
  #answering = $state.raw<Readonly<Record<string, Answering>>>({});

  constructor(conversations: Conversations, translations: Translations, chatId: string) {
    this.#conversations = conversations;
    this.translating = new TranslatingOne(translations, (notice) => (this.notice = notice));
    this.chatId = chatId;
    this.rights = { me: conversations.me, kind: 'private', role: null };
  }

  /** The message that is answered at a place: the main conversation, or a thread. */
  answering(thread: number | null): number | null {
    return this.#answering[String(thread)]?.seq ?? null;
  }

  /** Another object each time somebody asks to answer, so that the composer is gone to each time. */
  asked(thread: number | null): Answering | null {
    return this.#answering[String(thread)] ?? null;
  }

  /** What I may do with a message where it is shown: in the main conversation (null), or in a thread. */
  actionsOn(message: MessageView, place: number | null): readonly Action[] {
    const allowed = actionsFor(message, this.rights);
    if (place !== null) return allowed.filter((action) => !MAIN_ONLY.includes(action));
    const told = this.#conversations.receipts.tally(this.chatId, message.seq) !== null;
    return told ? allowed : allowed.filter((action) => action !== 'receipts');
  }

  answer(thread: number | null, seq: number | null): void {
    const { [String(thread)]: before, ...others } = this.#answering;
    if (seq !== null) this.#answering = { ...others, [String(thread)]: { seq } };
    else if (before !== undefined) this.#answering = others;
  }

  /** False when it can neither be asked for now nor kept. */
  change(change: Change): boolean {
    return this.#conversations.change(this.chatId, change);
  }

  /** Does what was asked for at once, or opens what asks further. */
  act(action: Action, message: MessageView, place: number | null, said: Said): void {
    const { seq } = message;
    switch (action) {
      case 'open':
        this.look(message, place);
        break;
      case 'react':
      case 'forward':
      case 'history':
      case 'delete':
      case 'receipts':
      case 'remind':
        this.dialog = { kind: action, message };
        break;
      case 'reactors':
        this.dialog = { kind: action, message, emoji: message.reactions?.[0]?.emoji ?? '' };
        break;
      case 'reply':
        this.answer(place, seq);
        break;
      case 'thread':
        router.go(pathOfThread(this.chatId, message.thread ?? seq));
        break;
      case 'edit':
        this.editing = seq;
        break;
      case 'translate':
        this.translating.ask(message);
        break;
      case 'copyText':
        void this.#copy(message.text, said);
        break;
      case 'copyLink':
        void this.#copy(location.origin + pathOfMessage(this.chatId, seq), said);
        break;
      case 'pin':
        this.change({ kind: 'pin', message: seq, present: (message.pinnedAt ?? null) === null });
        break;
      case 'bookmark':
        this.change({ kind: 'bookmark', message: seq, present: message.bookmarked !== true });
        break;
      case 'unread':
        this.change({ kind: 'unread', message: seq });
        this.notice = said.unread;
        break;
    }
  }

  /** Shows a picture of a message large, the first when none is named. */
  look(message: MessageView, thread: number | null, attachment?: ShownAttachment): void {
    const pictures = picturesIn([message]);
    const wanted = pictures.find((one) => one.attachment.mediaId === attachment?.mediaId);
    const picture = wanted ?? pictures[0];
    if (picture !== undefined) this.dialog = { kind: 'viewer', picture, thread };
  }

  react(message: MessageView, emoji: string): void {
    const mine = message.reactions?.some((one) => one.emoji === emoji && one.mine) === true;
    this.change({ kind: 'react', message: message.seq, emoji, present: !mine });
  }

  async #copy(text: string, said: Said): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.notice = said.copied;
    } catch {
      this.notice = said.notCopied;
    }
  }
}

/** What is said after an action that shows nothing by itself. */
export interface Said {
  readonly copied: string;
  readonly notCopied: string;
  readonly unread: string;
}

/** Leads to a message of the chat, also to the one that was led to before. */
export function goToMessage(desk: TimelineDesk, seq: number): void {
  desk.led += 1;
  router.go(pathOfMessage(desk.chatId, seq));
}

export const [useDesk, provideDesk] = createContext<TimelineDesk>();
