export { ChatEmoji, EmojiList, provideChatEmoji, useChatEmoji } from './chatEmoji.svelte';
export { default as CustomEmoji } from './CustomEmoji.svelte';
export { default as EmojiDialog } from './EmojiDialog.svelte';
export { fetchEmoji } from './emojiApi';
export { written } from './emojiNames';
export { emojiAtStart, firstEmoji, setApart, withEmoji, withoutNames } from './emojiText';
export { default as EmojiText } from './EmojiText.svelte';
