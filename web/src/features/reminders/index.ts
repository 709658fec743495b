export { reminderIn } from './command';
export { default as FiredReminders } from './FiredReminders.svelte';
export { default as RemindDialog } from './RemindDialog.svelte';
export { Reminders, provideReminders, useReminders } from './reminders.svelte';
export { ownZone } from './remindersApi';
export { default as RemindersView } from './RemindersView.svelte';
export { Sentence } from './sentence.svelte';
export { localValue, quickTimes } from './times';
