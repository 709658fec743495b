export { default as ChatListView } from './ChatListView.svelte';
export type { ChatLog } from './chatLog';
export { nameOf, partnerOf } from './chatNames';
export { default as ConnectionBanner } from './ConnectionBanner.svelte';
export { Conversations, provideConversations, useConversations } from './conversations.svelte';
export { fetchChat } from './conversationsApi';
export type { OutgoingMessage } from './outbox';
