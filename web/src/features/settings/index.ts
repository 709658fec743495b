export { Preferences, providePreferences, usePreferences } from './preferences.svelte';
export { default as ReceiptsSection } from './ReceiptsSection.svelte';
export { default as SettingsView } from './SettingsView.svelte';
