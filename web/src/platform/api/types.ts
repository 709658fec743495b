import type { components as Auth } from './auth-service';
import type { components as Chats } from './chat-service';
import type { components as Messages } from './message-service';
import type { components as Users } from './user-service';

/**
 * The shapes of the suite's REST API under the names this application uses, all taken from what is generated of the
 * services' OpenAPI files. Ids are UUIDs as strings, times RFC 3339 in UTC; what is optional may be absent or null.
 */

type AuthSchema = Auth['schemas'];
type ChatSchema = Chats['schemas'];
type MessageSchema = Messages['schemas'];
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
export type Language = UserSchema['Language'];
export type Theme = UserSchema['Theme'];
export type Preferences = Readonly<UserSchema['Preferences']>;

export type ChatKind = ChatSchema['ChatKind'];
export type Role = ChatSchema['ChatRole'];
export type ChatView = Readonly<ChatSchema['ChatView']>;
export type MemberView = Readonly<ChatSchema['MemberView']>;

export type MessageView = Readonly<
  Pick<
    MessageSchema['MessageView'],
    'id' | 'chatId' | 'seq' | 'senderId' | 'clientMessageId' | 'text' | 'postedAt'
  >
>;
export type MessagePage = Readonly<Pick<MessageSchema['MessagePage'], 'before' | 'after'>> & {
  readonly items: readonly MessageView[];
};
export type ConversationView = Readonly<
  Pick<
    MessageSchema['Conversation'],
    'chatId' | 'kind' | 'title' | 'memberIds' | 'lastSeq' | 'readSeq' | 'unread'
  >
> & { readonly lastMessage?: MessageView | null };
