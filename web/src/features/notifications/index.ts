export { default as ChatLevel } from './ChatLevel.svelte';
export { default as ConfirmEmailView } from './email/ConfirmEmailView.svelte';
export { default as NotificationSettingsView } from './NotificationSettingsView.svelte';
export { Notifications, provideNotifications, useNotifications } from './notifications.svelte';
export { default as NotificationsView } from './NotificationsView.svelte';
export { DevicePush, provideDevicePush } from './push/devicePush.svelte';
