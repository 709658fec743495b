// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/chats/{chatId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        /**
         * A page of the main conversation, or the messages one names
         * @description Messages that are in no thread. At most one of `before`, `after`, `around` and `at` may be given; without them, the newest page. Items ascend by `seq` on every page.
         *
         *     With `seqs`, and none of the other parameters, those messages instead, also of threads; what is not there is left out, and there is no page before or after.
         *
         *     Problems: 400 `validation-failed`; 404 `chat-not-found`.
         */
        get: operations["readMessages"];
        put?: never;
        /**
         * Say something
         * @description The message is stored once per chat, sender and `clientMessageId`: a repeat is answered with the first one, as it is now. When the answer is lost, or a 503 that says it is
         *     not known whether the message was stored, send the same request again.
         *
         *     Files are uploaded to the media service first, and attached by their ids; one may be attached as soon as its last byte has come. A file that is not known here yet is asked for, and waited for a moment.
         *
         *     Problems: 400 `validation-failed`, also on `replyTo`, `thread` and `forward` for a message that is not there or can not be used so; 404 `chat-not-found`; 409 `client-message-id-reused` when the id belongs to something else,
         *     such as other attachments; 422 `unknown-attachment`, naming a file that is not there, is somebody else's, or was refused; 503 `service-unavailable` with `Retry-After`.
         */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        /**
         * One message
         * @description Problems: 404 `chat-not-found`; 404 `message-not-found` when the log has no message at this place.
         */
        get: operations["readMessage"];
        /**
         * Say it otherwise
         * @description Only by who posted it, and not a forwarded message: it tells what somebody else said. Attachments stay. Members can read what it said before. A message that has the text already is answered as edited and no entry is written; so is a repeat, when the answer to the
         *     first try was lost.
         *
         *     Problems: 403 `forbidden`; 404 `chat-not-found`, `message-not-found`; 410 `message-deleted`; 412 `version-conflict` when it has another version by now; 428 `precondition-required`
         *     without `If-Match`; 503 `service-unavailable` with `Retry-After` when it is not known whether it was edited: send it again.
         */
        put: operations["editMessage"];
        post?: never;
        /**
         * Take it back for good
         * @description By who posted it; in public and group chats also by those who run them. What it said goes from every table, its reactions and its pin with it; the message stays as an empty place. A
         *     repeat is answered like the first time.
         *
         *     Problems: 403 `forbidden`; 404 `chat-not-found`, `message-not-found`; 503 `service-unavailable` with `Retry-After`: send it again.
         */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}/bookmark": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: number;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Bookmark a message
         * @description For me alone; my other devices are told. A message that is bookmarked already stays as of then.
         *
         *     Problems: 404 `chat-not-found`; 404 `message-not-found`, also when it was deleted; 409 `too-many-bookmarks`.
         */
        put: operations["addBookmark"];
        post?: never;
        /**
         * Take a bookmark off
         * @description Problems: 404 `chat-not-found`.
         */
        delete: operations["removeBookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My bookmarks, newest first
         * @description Those in chats that I am a member of, each with its message as it is now.
         */
        get: operations["listBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My drafts, the last written first
         * @description Those for chats that I am a member of.
         */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{chatId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what I have begun to write
         * @description The last writer wins; my other devices are told. Nothing that was typed is lost: name the `version` you know as `baseVersion` (0 for none). When there is a later one by then, your text is
         *     written all the same, and what it was written over is in `replaced`, unless your text contains it: offer it to the person. It stays there until somebody writes who knows that version. An
         *     empty text deletes the draft, but not a later one than you know: then you are answered with that. Without `baseVersion` whatever there is is written over. Send one write of a draft at a time.
         *
         *     Problems: 404 `chat-not-found`; 409 `too-many-drafts`.
         */
        put: operations["writeDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{chatId}/{thread}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The seq of the message in whose thread */
                thread: number;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what I have begun to write in a thread
         * @description As `writeDraft`.
         */
        put: operations["writeDraftInThread"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        /**
         * What a message has said, newest first
         * @description Of a deleted message, nothing.
         *
         *     Problems: 404 `chat-not-found`, `message-not-found`.
         */
        get: operations["readVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        /**
         * What the pages say of themselves that a message leads to
         * @description Of the first three links of the text, those in code left out. The service fetches the pages, or has done so within a day; a page that has nothing to tell, can not be had,
         *     or is not on the public internet has no item. Fetching takes as long as the page takes: the answer does not wait for it, and is `pending` then.
         *
         *     For members. Of a deleted message, nothing. Problems: 404 `chat-not-found`, `message-not-found`.
         */
        get: operations["readPreviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}/reactions/{emoji}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
                /** @description One emoji, percent-encoded. All spellings of it are the same one; the fully qualified one is stored. Or one of the chat's own, as `:name:`. */
                emoji: components["parameters"]["Emoji"];
            };
            cookie?: never;
        };
        /**
         * Who has reacted so, in the order they did
         * @description Problems: 400 `validation-failed` when it is neither one emoji nor a `:name:`; 404 `chat-not-found`, `message-not-found`.
         */
        get: operations["readReactions"];
        /**
         * React
         * @description By every member, with each emoji once; a repeat changes nothing.
         *
         *     Problems: 400 `validation-failed` when it is neither one emoji nor one that the chat has; 404 `chat-not-found`, `message-not-found`; 409 `too-many-reactions` when the message has 20 different ones; 410
         *     `message-deleted`; 503 `service-unavailable` with `Retry-After`: send it again.
         */
        put: operations["addReaction"];
        post?: never;
        /**
         * Take my reaction back
         * @description A repeat changes nothing. What the chat no longer has can still be taken back.
         *
         *     Problems: 400 `validation-failed` when it is neither one emoji nor a `:name:`; 404 `chat-not-found`, `message-not-found`; 410 `message-deleted`; 503 `service-unavailable` with `Retry-After`: send it again.
         */
        delete: operations["removeReaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Pin it to the chat
         * @description By every member; in public chats by those who run them. A repeat changes nothing.
         *
         *     Problems: 403 `forbidden`; 404 `chat-not-found`, `message-not-found`; 409 `too-many-pins` when 100 are pinned; 410 `message-deleted`; 503 `service-unavailable` with `Retry-After`: send it
         *     again.
         */
        put: operations["pinMessage"];
        post?: never;
        /**
         * Take the pin away
         * @description By those who may pin. A repeat changes nothing.
         *
         *     Problems: 403 `forbidden`; 404 `chat-not-found`, `message-not-found`; 410 `message-deleted`; 503 `service-unavailable` with `Retry-After`: send it again.
         */
        delete: operations["unpinMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        /**
         * The pinned messages, the last pinned one first
         * @description Problems: 404 `chat-not-found`.
         */
        get: operations["listPins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/log": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        /** A stretch of the log */
        get: operations["readLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/read-marker": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Say how far I have read
         * @description A marker moves forward within its generation, and not past the end of the log; with a `generation` that is not the present one it stays where it is. My other devices are told.
         *
         *     Problems: 404 `chat-not-found`.
         */
        put: operations["moveReadMarker"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/unread-marker": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Have everything from a message on unread again
         * @description The marker is put right before the message, in a new generation: what a device that has not heard of it says about how far it has read changes nothing. My other devices are told.
         *
         *     Problems: 404 `chat-not-found`.
         */
        put: operations["markUnread"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/threads/{seq}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        /**
         * A page of a thread
         * @description The replies, without the message they belong to. At most one of `before`, `after` and `around` may be given; without them, the newest page. Items ascend by `seq` on every page.
         *
         *     Problems: 404 `chat-not-found`; 404 `message-not-found` when no message at this place can have a thread.
         */
        get: operations["readThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/threads/{seq}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a thread
         * @description Whoever writes in a thread follows it; so do the author of its root and those who are called in it, unless they have left it. Any member may follow any thread: what is there by then counts as read.
         *
         *     Problems: 404 `chat-not-found`; 404 `message-not-found`.
         */
        put: operations["followThread"];
        post?: never;
        /**
         * Follow a thread no longer
         * @description Until one writes in it again. Problems: 404 `chat-not-found`; 404 `message-not-found`.
         */
        delete: operations["unfollowThread"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/threads/{seq}/read-marker": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Say how far I have read a thread
         * @description The marker only moves forward, and not past the end of the chat's log. None is kept for those who do not follow the thread. My other devices are told.
         *
         *     Problems: 404 `chat-not-found`; 404 `message-not-found`.
         */
        put: operations["moveThreadMarker"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The threads I follow, the newest activity first */
        get: operations["listThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My chats, newest first, each with its unread count and last message
         * @description The same as the first frame of a WebSocket has.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        /**
         * How far the members are
         * @description All who send receipts, me among them, in the order of their ids. Both seqs only grow, also when somebody marks something as unread. People who send none are left out: nothing is known of them.
         *
         *     Problems: 404 `chat-not-found`; 409 `chat-without-receipts`; 409 `receipts-turned-off` when I send none myself.
         */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/messages/{seq}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        /**
         * Who has got and read a message
         * @description Those who were members when it was posted and send receipts, without who posted it, in the order of their ids. In a thread, `read` is about the thread, which has markers of its own.
         *
         *     Problems: 404 `chat-not-found`, `message-not-found`; 409 `chat-without-receipts`; 409 `receipts-turned-off` when I send none myself.
         */
        get: operations["listReceiptsOfMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/preference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I send receipts */
        get: operations["readReceiptPreference"];
        /**
         * Send receipts, or not
         * @description Who sends none sees none of others. A position has no memory: when I send them again, others see how far I am then.
         */
        put: operations["setReceiptPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have said about myself */
        get: operations["readPresence"];
        /**
         * Say what I want to be shown as
         * @description All of it: what is absent is not wanted any more. Invisibility and the custom status are kept, over connections and restarts, until `until`. `online` and `away` end invisibility, and are said
         *     for all my devices that are connected now; each may say otherwise over its WebSocket. Others see me online who am at one device, and away who am at none.
         */
        put: operations["choosePresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of my chats that fit a query
         * @description Finds only what the caller may read at that moment. A message that was said, edited or deleted a moment ago may take a moment to be found, or not found, accordingly.
         *
         *     A query has up to 20 parts, and a message has to meet all of them. Words are looked for in its text, in the names and descriptions (`alt`) of its attachments, and in the translations that were made of its text for its readers:
         *
         *     - `word`: the word in any form (Spanish, English, Portuguese, French, German, Catalan, Italian), or the beginning of a word. Accents and case do not matter. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese are found
         *       by any part of a text.
         *     - `"some words"`: just these words, one after the other
         *     - `from:@handle`, `from:me`: said by that person. Several: by any of them.
         *     - `in:title`, `in:"long title"`, `in:id`: said in that chat. Several: in any of them.
         *     - `before:2026-01-31`, `after:2026-01-31`, `on:2026-01-31`: said before, after or on that day
         *     - `has:image`, `has:video`, `has:audio`, `has:file` (a file that is none of the others), `has:link`, `has:reaction`, `has:thread`, `is:pinned`
         *     - `mentions:me`: calls the caller or everybody
         *     - `-` before a part, though not before a day: the contrary; of a word, just that word
         *
         *     The newest 200 that fit are ranked by how well they fit and how new they are, then the 200 before them, and so on.
         *
         *     Problems: 400 `validation-failed`, naming the part; 404 `chat-not-found` for `chat`.
         */
        get: operations["searchMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/realtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Upgrade to a WebSocket
         * @description Offer the subprotocol `tertulia.v1`. The access token goes into `Authorization` or, from browsers, into a second subprotocol `bearer.<token>`; never into the URL. A page's `Origin` must be
         *     one of the configured ones. Frames and close codes are in the AsyncAPI file.
         *
         *     Problems: 403 `forbidden` for another origin; 426 `upgrade-required` when it is no WebSocket upgrade with the subprotocol.
         */
        get: operations["connect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The AsyncAPI file of the WebSocket and the Kafka topics */
        get: operations["readAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PostMessageRequest: {
            /**
             * Format: uuid
             * @description Made by the client, the same on every retry
             */
            clientMessageId: string;
            /**
             * @description 1 to 4000 graphemes, at most 16 KiB in UTF-8, no control characters but line feed and tab. White space around it is taken off. May be empty or missing when something is attached or forwarded.
             *
             *     `@` and a handle calls that member, `@here` the members who are online, `@all` all of them; the last two, in public chats, only when owners and admins write them.
             */
            text?: string | null;
            /**
             * Format: int64
             * @description `seq` of the message it answers, in this chat
             */
            replyTo?: number | null;
            /**
             * Format: int64
             * @description `seq` of the message whose thread it is for, in this chat; one that is not itself in a thread
             */
            thread?: number | null;
            /** @description A message that the caller may read, of any chat. Its text is copied as it is now, and its attachments; with a `text`, the copied one is below it, as a quotation. What was copied calls nobody. */
            forward?: components["schemas"]["MessagePlace"] | null;
            /** @description Files of the caller, in the order in which they are to be shown, each once. Not in a forward, which has those of its original. */
            attachments?: components["schemas"]["AttachFile"][] | null;
        };
        AttachFile: {
            /** Format: uuid */
            mediaId: string;
            /** @description What it shows, in words, for those who do not see it. At most 1000 graphemes and 4 KiB in UTF-8. */
            alt?: string | null;
        };
        MessagePlace: {
            /** Format: uuid */
            chatId: string;
            /** Format: int64 */
            seq: number;
        };
        EditMessageRequest: {
            /** @description As of a new message; may be empty when the message has attachments */
            text: string;
        };
        EditedMessageView: {
            /** Format: uuid */
            chatId: string;
            /**
             * Format: int64
             * @description The message's place in the log
             */
            message: number;
            /** Format: int32 */
            version: number;
            /**
             * Format: int64
             * @description The log entry it became; null when the message had the text already
             */
            seq?: number | null;
        };
        MessagePreviews: {
            /** @description In the order of the links */
            items: components["schemas"]["Preview"][];
            /** @description Whether pages are still being fetched; asking again in a few seconds tells more */
            pending: boolean;
        };
        /** @description Plain text on one line, without markup. There is a title or a description, or both. */
        Preview: {
            /** @description The link as the text has it */
            url: string;
            /** @description At most 60 characters */
            siteName?: string;
            /** @description At most 150 characters */
            title?: string;
            /** @description At most 300 characters */
            description?: string;
        };
        VersionView: {
            /**
             * Format: int32
             * @description 1 for what was first posted, then 2, 3 …
             */
            version: number;
            text: string;
            /** Format: date-time */
            at: string;
        };
        VersionPage: {
            items: components["schemas"]["VersionView"][];
            next?: components["schemas"]["NextPage"];
        };
        ReactionView: {
            /** Format: uuid */
            userId: string;
            /** Format: date-time */
            at: string;
        };
        ReactionPage: {
            items: components["schemas"]["ReactionView"][];
            next?: components["schemas"]["NextPage"];
        };
        PinPage: {
            items: components["schemas"]["MessageView"][];
            next?: components["schemas"]["NextPage"];
        };
        /** @description `cursor` of the next page; null on the last one */
        NextPage: string | null;
        /** @description A message as the caller sees it now. What is null is left out. */
        MessageView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            chatId: string;
            /**
             * Format: int64
             * @description The message's place in the log
             */
            seq: number;
            /** Format: uuid */
            senderId: string;
            /** Format: uuid */
            clientMessageId: string;
            /** @description What it says now; empty when it was deleted */
            text: string;
            /** Format: date-time */
            postedAt: string;
            /**
             * Format: int32
             * @description One more with each edit
             */
            version: number;
            /** Format: date-time */
            editedAt?: string;
            /** Format: date-time */
            deletedAt?: string;
            /**
             * Format: int64
             * @description `seq` of the message it answers
             */
            replyTo?: number;
            /**
             * Format: int64
             * @description `seq` of the message whose thread it is in; missing in the main conversation
             */
            thread?: number;
            mentions?: components["schemas"]["Mentions"];
            forwarded?: components["schemas"]["Forwarded"];
            /** @description The files that came with it, in their order; missing when there are none */
            attachments?: components["schemas"]["Attachment"][];
            /** Format: date-time */
            pinnedAt?: string;
            /** Format: uuid */
            pinnedBy?: string;
            /** @description One for each emoji, the one first used first */
            reactions: components["schemas"]["Reaction"][];
            replies?: components["schemas"]["Replies"];
            /** @description Whether the caller has kept it */
            bookmarked: boolean;
        };
        /** @description Whom the text calls; missing when nobody */
        Mentions: {
            /** @description The members it names, and those it called with `@here` while they were online */
            people: string[];
            /** @description Whether it calls all members */
            everyone: boolean;
        };
        /** @description The message whose text was copied */
        Forwarded: {
            /** Format: uuid */
            chatId: string;
            /** Format: int64 */
            seq: number;
            /** Format: uuid */
            senderId: string;
            /** Format: date-time */
            postedAt: string;
        };
        /** @description A file that came with a message, as it was known when the message was posted. The media service tells more of it, and serves it to who may read the message. What is null is left out. */
        Attachment: {
            /** Format: uuid */
            mediaId: string;
            /** @enum {string} */
            kind: "image" | "video" | "audio" | "file";
            name: string;
            /** @description Decided by content */
            contentType: string;
            /** Format: int64 */
            bytes: number;
            /**
             * Format: int32
             * @description Of an image or a video, in pixels
             */
            width?: number;
            /** Format: int32 */
            height?: number;
            /**
             * Format: int64
             * @description Of a video or audio
             */
            durationMs?: number;
            /** @description A colour to show until it is there, `#rrggbb` */
            placeholder?: string;
            /** @description What it shows, in words */
            alt?: string;
        };
        Reaction: {
            /** @description One emoji, or one of the chat's own as `:name:`, which it may no longer have */
            emoji: string;
            /**
             * Format: int32
             * @description How many people
             */
            count: number;
            /** @description Whether the caller is one of them */
            mine: boolean;
            /** @description The first three of them */
            first: string[];
        };
        /** @description What is said in the message's thread, without what was deleted; missing when there is nothing */
        Replies: {
            /**
             * Format: int32
             * @description How many replies, counted up to 1000
             */
            count: number;
            /**
             * Format: int64
             * @description `seq` of the newest
             */
            lastSeq: number;
            /** Format: date-time */
            lastAt: string;
            /** @description The first three who replied */
            senders: string[];
        };
        /** @description All of one moment */
        MessagePage: {
            items: components["schemas"]["MessageView"][];
            /** @description `before` of the page of older messages; null when there are none */
            before?: string | null;
            /** @description `after` of the page of newer messages; null when none are known */
            after?: string | null;
            /**
             * Format: int64
             * @description The last `seq` of the chat's log at that moment. What entries up to there have changed is in the items; later entries are to be applied to them.
             */
            lastSeq: number;
        };
        /** @description The frames and topics of the AsyncAPI file have the properties of each type. */
        LogEntry: {
            /** @enum {string} */
            type: "message.posted" | "message.edited" | "message.deleted" | "reaction.added" | "reaction.removed" | "message.pinned" | "message.unpinned" | "chat.opened" | "chat.revised" | "member.joined" | "member.left" | "member.role-set" | "emoji.defined" | "emoji.dropped" | "chat.closed";
            /** Format: uuid */
            chatId: string;
            /** Format: int64 */
            seq: number;
        } & {
            [key: string]: unknown;
        };
        LogPage: {
            items: components["schemas"]["LogEntry"][];
            /**
             * Format: int64
             * @description The last `seq` of the whole log
             */
            lastSeq: number;
        };
        Bookmark: {
            message: components["schemas"]["MessageView"];
            /** Format: date-time */
            savedAt: string;
        };
        BookmarkPage: {
            items: components["schemas"]["Bookmark"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        DraftRequest: {
            /** @description Kept as it was typed; the bounds of a message's text. Empty to delete the draft. */
            text: string;
            /**
             * Format: int64
             * @description The seq of the message it is to answer
             */
            replyTo?: number | null;
            /**
             * Format: int64
             * @description The version the client knows, 0 for none
             */
            baseVersion?: number | null;
        };
        Draft: {
            /** Format: uuid */
            chatId: string;
            /**
             * Format: int64
             * @description The seq of the message in whose thread; absent in the main conversation
             */
            thread?: number | null;
            /** @description Empty when there is none any more */
            text: string;
            /** Format: int64 */
            replyTo?: number | null;
            /**
             * Format: int64
             * @description Greater than every earlier one of this chat and thread
             */
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** @description What it was written over by somebody who did not know of that; absent when nothing */
            replaced?: components["schemas"]["ReplacedDraft"] | null;
        };
        ReplacedDraft: {
            text: string;
            /** Format: int64 */
            replyTo?: number | null;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        DraftPage: {
            items: components["schemas"]["Draft"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        ReceiptPreference: {
            send: boolean;
        };
        ReceiptPosition: {
            /** Format: uuid */
            userId: string;
            /**
             * Format: int64
             * @description The seq with which they became a member; what is before it counts for nothing here
             */
            sinceSeq: number;
            /**
             * Format: int64
             * @description What has reached one of their devices; never below `readSeq`
             */
            deliveredSeq: number;
            /**
             * Format: int64
             * @description What they have ever read in the main conversation
             */
            readSeq: number;
        };
        ReceiptPositionPage: {
            items: components["schemas"]["ReceiptPosition"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        MessageReceipt: {
            /** Format: uuid */
            userId: string;
            read: boolean;
            /** @description True of what is read */
            delivered: boolean;
        };
        MessageReceiptPage: {
            items: components["schemas"]["MessageReceipt"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        PresenceRequest: {
            /** @description `online`, `away` or `invisible`, which others see as offline */
            status: string;
            /** @description Custom status, at most 80 graphemes */
            text?: string | null;
            /** @description One emoji */
            emoji?: string | null;
            /**
             * Format: date-time
             * @description When invisibility and custom status end by themselves; within 366 days
             */
            until?: string | null;
        };
        OwnPresence: {
            /** @description `invisible` when I have said so, or else `away` when nobody is at any of my devices, or else `online` */
            status: string;
            text?: string | null;
            emoji?: string | null;
            /** Format: date-time */
            until?: string | null;
            /**
             * Format: int64
             * @description 0 when I never said anything; the greatest counts
             */
            version: number;
        };
        ReadMarkerRequest: {
            /** Format: int64 */
            seq: number;
            /**
             * Format: int32
             * @description Of the marker one knows; without it, the present one is meant
             */
            generation?: number | null;
        };
        UnreadMarkerRequest: {
            /**
             * Format: int64
             * @description The first message that is to be unread
             */
            seq: number;
        };
        /** @description Of two markers the greater one counts, by `generation` first, then by `readSeq`. */
        ReadMarker: {
            /** Format: uuid */
            chatId: string;
            /**
             * Format: int32
             * @description One more each time something was marked as unread
             */
            generation: number;
            /** Format: int64 */
            readSeq: number;
            /**
             * Format: int32
             * @description Messages of others in the main conversation after it that were not deleted, counted up to 1000
             */
            unread: number;
            /**
             * Format: int32
             * @description Those of them that call the caller, counted up to 1000
             */
            mentions: number;
        };
        ThreadMarkerRequest: {
            /** Format: int64 */
            seq: number;
        };
        ThreadState: {
            /** Format: uuid */
            chatId: string;
            /**
             * Format: int64
             * @description `seq` of the message whose thread it is
             */
            thread: number;
            following: boolean;
            /**
             * Format: int64
             * @description Up to which `seq` of the chat's log the thread was read
             */
            readSeq: number;
            /**
             * Format: int32
             * @description Messages of others in it after that which were not deleted, counted up to 1000
             */
            unread: number;
            /**
             * Format: int32
             * @description Those of them that call the caller, counted up to 1000
             */
            mentions: number;
        };
        FollowedThread: {
            root: components["schemas"]["MessageView"];
            /** Format: int64 */
            readSeq: number;
            /** Format: int32 */
            unread: number;
            /** Format: int32 */
            mentions: number;
            /**
             * Format: date-time
             * @description When the newest reply was posted; when the root was, while there is none
             */
            activeAt: string;
        };
        ThreadPage: {
            items: components["schemas"]["FollowedThread"][];
            /** @description `before` of the page with older activity; null when there is none */
            before?: string | null;
        };
        /** @description How far one has read. Of two markers the greater one counts, by `generation` first, then by `readSeq`. */
        Marker: {
            /**
             * Format: int32
             * @description One more each time something was marked as unread
             */
            generation: number;
            /** Format: int64 */
            readSeq: number;
        };
        Conversation: {
            /** Format: uuid */
            chatId: string;
            /** @enum {string} */
            kind: "public" | "private" | "group";
            /** @description Null for private chats */
            title?: string | null;
            /**
             * Format: uuid
             * @description The chat's picture, in the media service; absent when there is none
             */
            pictureId?: string;
            /** @description Both people of a private chat */
            memberIds?: string[] | null;
            /** @description Whether members see how far the others have read */
            receipts: boolean;
            /** Format: int64 */
            lastSeq: number;
            /** Format: int64 */
            readSeq: number;
            marker: components["schemas"]["Marker"];
            /**
             * Format: int32
             * @description Messages of others in the main conversation after `readSeq` that were not deleted, counted up to 1000
             */
            unread: number;
            /**
             * Format: int32
             * @description Those of them that call the caller, counted up to 1000
             */
            mentions: number;
            /**
             * Format: int32
             * @description Threads that the caller follows and that have something unread, counted up to 100
             */
            threadsUnread: number;
            /** @description The newest of the main conversation; absent when nothing was said yet */
            lastMessage?: components["schemas"]["MessageView"] | null;
        };
        ConversationPage: {
            items: components["schemas"]["Conversation"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        Highlight: {
            /**
             * Format: int32
             * @description Where in the text it begins, in UTF-16 code units
             */
            start: number;
            /**
             * Format: int32
             * @description Where it has ended
             */
            end: number;
        };
        FoundMessage: {
            message: components["schemas"]["MessageView"];
            /** @description What was found in the text, in order, none overlapping another; nothing of attachments */
            highlights: components["schemas"]["Highlight"][];
            translation?: components["schemas"]["FoundTranslation"];
        };
        /** @description The translation that a message was found by; absent when it is found without one */
        FoundTranslation: {
            /** @description BCP 47 tag of the language of `text` */
            language: string;
            /** @description The message in that language, by a machine */
            text: string;
            /** @description What was found in `text` of the translation, in order, none overlapping another; of a page of long messages only the first 2,000 words are looked at */
            highlights: components["schemas"]["Highlight"][];
        };
        FoundMessagePage: {
            /** @description The best first */
            items: components["schemas"]["FoundMessage"][];
            /** @description `before` of the next page; null on the last one */
            next?: string | null;
        };
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            detail?: string | null;
            instance?: string | null;
            traceId?: string | null;
            errors?: {
                field: string;
                message: string;
            }[] | null;
        };
    };
    responses: {
        /** @description What went wrong (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Cursor of a page; the messages before it */
        Before: string;
        /** @description Cursor of a page; the messages after it */
        After: string;
        /** @description `seq` of a message; half of the page are those before it, the other half begins with it */
        Around: number;
        /** @description Items of the page */
        Limit: number;
        /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
        Root: number;
        ChatId: string;
        /** @description The message's place in the log */
        MessageSeq: number;
        /** @description One emoji, percent-encoded. All spellings of it are the same one; the fully qualified one is stored. Or one of the chat's own, as `:name:`. */
        Emoji: string;
    };
    requestBodies: never;
    headers: {
        /** @description The message's version in quotes, for `If-Match` */
        Version: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readMessages: {
        parameters: {
            query?: {
                /** @description Cursor of a page; the messages before it */
                before?: components["parameters"]["Before"];
                /** @description Cursor of a page; the messages after it */
                after?: components["parameters"]["After"];
                /** @description `seq` of a message; half of the page are those before it, the other half begins with it */
                around?: components["parameters"]["Around"];
                /** @description A moment; the page begins with the first message that was posted then or later. Without one, it is empty, and its `before` leads back. Exact but for what the clocks of instances differ by. */
                at?: string;
                /** @description Items of the page */
                limit?: components["parameters"]["Limit"];
                /** @description The `seq` of each message, 1 to 100 of them, such as `3,7`; not together with any other parameter */
                seqs?: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostMessageRequest"];
            };
        };
        responses: {
            /** @description The message is stored */
            201: {
                headers: {
                    /** @description Where the message is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
            200: {
                headers: {
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description The version to be replaced, in quotes, such as `"1"` */
                "If-Match": string;
            };
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMessageRequest"];
            };
        };
        responses: {
            /** @description The message has this text now */
            200: {
                headers: {
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedMessageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    addBookmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is bookmarked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removeBookmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not bookmarked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listBookmarks: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    writeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    writeDraftInThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The seq of the message in whose thread */
                thread: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readVersions: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readPreviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreviews"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readReactions: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
                /** @description One emoji, percent-encoded. All spellings of it are the same one; the fully qualified one is stored. Or one of the chat's own, as `:name:`. */
                emoji: components["parameters"]["Emoji"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReactionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
                /** @description One emoji, percent-encoded. All spellings of it are the same one; the fully qualified one is stored. Or one of the chat's own, as `:name:`. */
                emoji: components["parameters"]["Emoji"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reaction is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removeReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
                /** @description One emoji, percent-encoded. All spellings of it are the same one; the fully qualified one is stored. Or one of the chat's own, as `:name:`. */
                emoji: components["parameters"]["Emoji"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reaction is not there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    pinMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is pinned */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    unpinMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not pinned */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listPins: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readLog: {
        parameters: {
            query?: {
                /** @description The last `seq` the client has */
                after?: number;
                /** @description Entries at most */
                limit?: number;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries after `after`, ascending, without a gap */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    moveReadMarker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMarkerRequest"];
            };
        };
        responses: {
            /** @description Where the marker is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadMarker"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    markUnread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnreadMarkerRequest"];
            };
        };
        responses: {
            /** @description Where the marker is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadMarker"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readThread: {
        parameters: {
            query?: {
                /** @description Cursor of a page; the messages before it */
                before?: components["parameters"]["Before"];
                /** @description Cursor of a page; the messages after it */
                after?: components["parameters"]["After"];
                /** @description `seq` of a message; half of the page are those before it, the other half begins with it */
                around?: components["parameters"]["Around"];
                /** @description Items of the page */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    followThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How one stands to the thread now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unfollowThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How one stands to the thread now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    moveThreadMarker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description `seq` of the message whose thread it is; one that is not itself in a thread */
                seq: components["parameters"]["Root"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThreadMarkerRequest"];
            };
        };
        responses: {
            /** @description How one stands to the thread now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listThreads: {
        parameters: {
            query?: {
                /** @description `before` of the page of newer activity */
                before?: string;
                /** @description Items of the page */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPositionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceiptsOfMessage: {
        parameters: {
            query?: {
                /** @description Items of the page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["ChatId"];
                /** @description The message's place in the log */
                seq: components["parameters"]["MessageSeq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageReceiptPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readReceiptPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Yes, unless I have said otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPreference"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setReceiptPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptPreference"];
            };
        };
        responses: {
            /** @description It holds from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPreference"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it has not ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPresence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choosePresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceRequest"];
            };
        };
        responses: {
            /** @description What I have said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPresence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    searchMessages: {
        parameters: {
            query?: {
                /** @description The query, at most 256 graphemes. Must be there. */
                q?: string;
                /** @description Only in this chat */
                chat?: string;
                /** @description Time zone in which the days of the query begin, such as Europe/Madrid; UTC without */
                zone?: string;
                /** @description `next` of the page before */
                before?: string;
                /** @description Items of the page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. It may have fewer items than asked for, or none, and be followed by another one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundMessagePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    connect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Frames from here on */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readAsyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
