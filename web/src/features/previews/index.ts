export { default as LinkCards } from './LinkCards.svelte';
export {
  LinkPreviews,
  mayHaveLinks,
  provideLinkPreviews,
  useLinkPreviews,
} from './linkPreviews.svelte';
export { fetchPreviews } from './previewsApi';
