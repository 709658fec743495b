export { isVisual, VOICE_NOTE_NAME, type ShownAttachment } from './attachment';
export { clockTime, lineOf, spokenOf, summaryOf } from './attachmentText';
export {
  ChatPictures,
  picturesIn,
  type ChatPicture,
  type PicturedMessage,
  type PictureSequence,
} from './chatPictures.svelte';
export { MediaDescriptions, provideMedia, useMedia } from './descriptions.svelte';
export { default as Gallery } from './Gallery.svelte';
export { fetchChatMedia, fetchMedia, fetchOneMedia } from './mediaApi';
export { whileInSight } from './inSight';
export { default as MessageMedia } from './MessageMedia.svelte';
export { smallPictureOf, thumbnailOf } from './pictures';
export { default as Viewer } from './Viewer.svelte';
export { zoomGestures, type ZoomHandlers } from './zoomGestures';
