/** How what is cut out will be seen: people are round, chats have round corners, an emoji is all of its square. */
export type CropShape = 'round' | 'rounded' | 'square';
