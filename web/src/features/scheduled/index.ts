export { default as LaterButton } from './LaterButton.svelte';
export { default as LaterDialog } from './LaterDialog.svelte';
export { ScheduledMessages, provideScheduled, useScheduled } from './scheduled.svelte';
export { default as ScheduledBar } from './ScheduledBar.svelte';
export { default as ScheduledView } from './ScheduledView.svelte';
export type { NewScheduledMessage } from './scheduledApi';
