export { default as CropDialog } from './CropDialog.svelte';
export type { CropShape } from './cropShape';
export { default as PictureAvatar } from './PictureAvatar.svelte';
export { default as PictureChooser } from './PictureChooser.svelte';
export type { PictureUse } from './pictureSaving.svelte';
export { putPicture, uploadPicture, type PictureSuite } from './pictureUpload';
