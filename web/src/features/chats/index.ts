export { default as ChatDetails } from './ChatDetails.svelte';
export { permissionsOf } from './chatRules';
export { fetchMembers } from './chatsApi';
export { createPrivateChat } from './chatsApi';
export { default as ExploreView } from './ExploreView.svelte';
export { default as JoinPanel } from './JoinPanel.svelte';
export { default as NewChatDialog } from './NewChatDialog.svelte';
