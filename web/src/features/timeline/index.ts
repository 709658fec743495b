export { plainText } from './markdown/markdown';
export { default as MessageCard } from './MessageCard.svelte';
export { presenceText } from './presenceText';
export { default as TimelineView } from './TimelineView.svelte';
