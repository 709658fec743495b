export { default as ChatAvatar } from './ChatAvatar.svelte';
export { default as ChatListView } from './ChatListView.svelte';
export type { ChatLog } from './chatLog';
export { nameOf, partnerOf } from './chatNames';
export { byActivity, fold } from './chatList';
export { default as ConnectionBanner } from './ConnectionBanner.svelte';
export { Conversations, provideConversations, useConversations } from './conversations.svelte';
export {
  fetchBookmarks,
  fetchChat,
  fetchMessageReceipts,
  fetchPins,
  fetchReactors,
  fetchVersions,
} from './conversationsApi';
export { placeOf, type Draft, type TranslatedDraft } from './drafts.svelte';
export { calls, isDeleted, isEditable, messageOf, versionOf } from './messageState';
export { withOperations, type Change, type Operation } from './operations';
export type { Tally } from './receipts.svelte';
export { attached, type Attachments, type OutgoingFile, type OutgoingMessage } from './outbox';
