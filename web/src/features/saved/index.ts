export { default as BookmarksView } from './BookmarksView.svelte';
export { default as ThreadsView } from './ThreadsView.svelte';
