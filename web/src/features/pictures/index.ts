export { default as CropDialog } from './CropDialog.svelte';
export type { CropShape } from './cropShape';
export type { PictureUse } from './pictureSaving.svelte';
export { putPicture, uploadPicture, type PictureSuite } from './pictureUpload';
