import type { components as Auth } from './auth-service';
import type { components as Chats } from './chat-service';
import type { components as Media } from './media-service';
import type { components as Messages } from './message-service';
import type { components as Notifications } from './notification-service';
import type { components as Reminders } from './scheduler-service';
import type { components as Translation } from './translation-service';
import type { components as Users } from './user-service';

/**
 * The shapes of the suite's REST API under the names this application uses, all taken from what is generated of the
 * services' OpenAPI files. Ids are UUIDs as strings, times RFC 3339 in UTC; what is optional may be absent or null.
 */

type AuthSchema = Auth['schemas'];
type ChatSchema = Chats['schemas'];
type MediaSchema = Media['schemas'];
type MessageSchema = Messages['schemas'];
type NotificationSchema = Notifications['schemas'];
type ReminderSchema = Reminders['schemas'];
type TranslationSchema = Translation['schemas'];
type UserSchema = Users['schemas'];

/** A page of any list; the cursor of the next one is absent or null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
}

export type PersonView = Readonly<AuthSchema['Person']>;
export type TokenView = Readonly<AuthSchema['TokenView']>;
export type SessionView = Readonly<AuthSchema['SessionView']>;

export type UserView = Readonly<UserSchema['UserView']>;
/** Somebody as others know them; of who was only named, whether they have a picture is not known. */
export type KnownPerson = PersonView & Pick<UserView, 'pictureId'>;
export type Language = UserSchema['Language'];
export type Theme = UserSchema['Theme'];
export type Preferences = Readonly<UserSchema['Preferences']>;

export type ChatKind = ChatSchema['ChatKind'];
export type Role = ChatSchema['ChatRole'];
export type ChatView = Readonly<ChatSchema['ChatView']>;
export type MemberView = Readonly<ChatSchema['MemberView']>;
/** A chat's own emoji; its picture is in the media service. */
export type EmojiView = Readonly<ChatSchema['EmojiView']>;

/** What a file is to people. */
export type MediaKind = MediaSchema['MediaKind'];
export type MediaState = MediaSchema['MediaState'];
/** A smaller picture of an image, or one out of a video; the address is signed, and good for one person for a while. */
export type MediaPreviewView = Readonly<MediaSchema['PreviewView']>;
/** A file as media-service describes it to one person. */
export type MediaView = Readonly<MediaSchema['MediaView']>;
/** A file in a message of a chat. */
export type ChatMediaView = Readonly<MediaSchema['ChatMediaView']>;
/** What may be uploaded, and how much of it I have used. */
export type MediaLimits = Readonly<MediaSchema['LimitsView']>;

/** What I am told, and whether I have seen to it. */
export type NotificationView = Readonly<NotificationSchema['NotificationView']>;
/** Where my inbox stands: of two, the one with the greater version is newer. */
export type UnreadView = Readonly<NotificationSchema['UnreadView']>;
/** Of what I am told in a chat. */
export type Level = NotificationSchema['Level'];
/** A device of mine that notifications are pushed to. */
export type PushDeviceView = Readonly<NotificationSchema['SubscriptionView']>;
export type PushDeviceRequest = Readonly<NotificationSchema['SubscribeRequest']>;
/** Whether, when and where I am written to by e-mail. */
export type EmailSettings = Readonly<NotificationSchema['EmailSettingsView']>;
export type EmailSettingsRequest = Readonly<NotificationSchema['EmailSettingsRequest']>;
/** What I want to be told of besides. */
export type AlertView = Readonly<NotificationSchema['AlertView']>;
export type AlertRequest = Readonly<NotificationSchema['CreateAlertRequest']>;
/** When nothing is pushed or written to me. */
export type QuietHours = Readonly<NotificationSchema['QuietHoursView']>;

export type ReminderView = Readonly<ReminderSchema['ReminderView']>;
/** Whom a reminder is for. */
export type Audience = Readonly<ReminderSchema['AudienceView']>;
/** The address under which other calendars read my reminders; told once, when it is made. */
export type CalendarFeed = Readonly<ReminderSchema['FeedView']>;
/** A message of mine that is to be posted later, or was refused when its time had come. */
export type ScheduledMessage = Readonly<ReminderSchema['ScheduledMessageView']>;
/** How a sentence of what and when is read. */
export type ReadingView = Readonly<ReminderSchema['ReadingView']>;

/** A file that came with a message, as it was known when the message was posted. */
export type AttachmentView = Readonly<MessageSchema['Attachment']>;

/** Who is called by a message: people by name, or everybody. */
export interface Mentions {
  readonly people: readonly string[];
  readonly everyone: boolean;
}

/** One emoji under a message: how many chose it, whether I did, and the first of those who did. */
export interface ReactionView {
  readonly emoji: string;
  readonly count: number;
  readonly mine: boolean;
  readonly first: readonly string[];
}

/** The thread under a message, summed up. */
export interface RepliesView {
  readonly count: number;
  readonly lastSeq: number;
  readonly lastAt: string;
  readonly senders: readonly string[];
}

/** Where a forwarded text was first said. */
export interface ForwardedView {
  readonly chatId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly postedAt: string;
}

/**
 * A message as it stands, from the side of one person. What is null or absent is not so. Wider than what the suite
 * answers: what is made here of log entries leaves out what nobody has done yet.
 */
export interface MessageView {
  readonly id: string;
  readonly chatId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly postedAt: string;
  readonly version?: number;
  readonly editedAt?: string | null;
  readonly deletedAt?: string | null;
  readonly replyTo?: number | null;
  /** The seq of the message whose thread it is in. */
  readonly thread?: number | null;
  readonly mentions?: Mentions | null;
  readonly forwarded?: ForwardedView | null;
  /** The files that came with it, as they were known when it was posted. */
  readonly attachments?: readonly AttachmentView[] | null;
  readonly pinnedAt?: string | null;
  readonly pinnedBy?: string | null;
  readonly reactions?: readonly ReactionView[];
  readonly replies?: RepliesView | null;
  readonly bookmarked?: boolean;
}

/** What a page says of itself that a message leads to; plain text, and a title or a description at least. */
export type LinkPreview = Readonly<MessageSchema['Preview']>;
export type MessagePreviews = Readonly<MessageSchema['MessagePreviews']>;

export interface MessagePage {
  readonly items: readonly MessageView[];
  readonly before?: string | null;
  readonly after?: string | null;
  /** The messages are as they stood when the log had come to this entry. */
  readonly lastSeq?: number | null;
}

/** How far a person has read: a greater generation goes before a greater seq. */
export interface Marker {
  readonly generation: number;
  readonly readSeq: number;
}

export type ConversationView = Omit<
  Readonly<MessageSchema['Conversation']>,
  'lastMessage' | 'mentions' | 'threadsUnread' | 'marker' | 'receipts'
> & {
  readonly lastMessage?: MessageView | null;
  /** Unread messages that call me. */
  readonly mentions?: number;
  readonly threadsUnread?: number;
  readonly marker?: Marker;
  /** Whether the members see how far the others have read. */
  readonly receipts?: boolean;
};

/** One text of a message, an earlier or the present one. */
export type VersionView = Readonly<MessageSchema['VersionView']>;

/** Who chose an emoji. */
export type Reactor = Readonly<MessageSchema['ReactionView']>;

export interface BookmarkView {
  readonly savedAt: string;
  readonly message: MessageView;
}

/** A thread I follow. */
export interface ThreadView {
  readonly root: MessageView;
  readonly unread: number;
  readonly mentions: number;
  readonly readSeq: number;
}

/** Where in a text something was found, in UTF-16 code units. */
export type Highlight = Readonly<MessageSchema['Highlight']>;

export interface FoundMessage {
  readonly message: MessageView;
  /** In order, none overlapping another. */
  readonly highlights: readonly Highlight[];
  /** The translation that it was found by, when it was not by its text. */
  readonly translation?: Readonly<MessageSchema['FoundTranslation']>;
}

/** What I have begun to write in a chat or a thread. */
export interface DraftView {
  readonly chatId: string;
  readonly thread?: number | null;
  readonly text: string;
  readonly replyTo?: number | null;
  readonly version: number;
  readonly updatedAt?: string;
  /** What was written over by a device that did not know of it; to be offered. */
  readonly replaced?: {
    readonly text: string;
    readonly replyTo?: number | null;
    readonly version: number;
  } | null;
}

export type ReceiptPosition = Readonly<MessageSchema['ReceiptPosition']>;
export type MessageReceipt = Readonly<MessageSchema['MessageReceipt']>;
export type ReceiptPreference = Readonly<MessageSchema['ReceiptPreference']>;

type Fits<Answer extends Kept, Kept> = Answer;
/** What the suite answers fits what is kept of it here: this does not compile otherwise. */
export type Answered = [
  Fits<MessageSchema['MessageView'], MessageView>,
  Fits<MessageSchema['MessagePage'], MessagePage>,
  Fits<MessageSchema['Conversation'], ConversationView>,
  Fits<MessageSchema['Bookmark'], BookmarkView>,
  Fits<MessageSchema['FollowedThread'], ThreadView>,
  Fits<MessageSchema['FoundMessage'], FoundMessage>,
  Fits<MessageSchema['Draft'], DraftView>,
];

/** What I read in another language. */
export type TranslationPreferences = Readonly<TranslationSchema['PreferencesView']>;
/** What can be translated here, and by what. */
export type TranslationOffer = Readonly<TranslationSchema['LanguagesView']>;
/** What a text of mine is in another language. */
export type TranslationView = Readonly<TranslationSchema['TranslationView']>;
/** What a message says in another language, or why there is no translation of it. */
export type MessageTranslationView = Readonly<TranslationSchema['MessageTranslationView']>;
/** A word that a chat wants translated in its own way, or not at all. */
export type GlossaryTerm = Readonly<TranslationSchema['TermView']>;
export type NewGlossaryTerm = Readonly<TranslationSchema['AddTermRequest']>;
export type UntranslatedReason = NonNullable<MessageTranslationView['reason']>;
