// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My chats of all kinds, newest first */
        get: operations["listMyChats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/private": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My private chats, newest first */
        get: operations["listMyPrivateChats"];
        put?: never;
        /** Begin a private chat, or get the one there is */
        post: operations["createPrivateChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My groups, newest first */
        get: operations["listMyGroups"];
        put?: never;
        /** Begin a group, as its owner */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All public chats, newest first, or found by title */
        get: operations["listPublicChats"];
        put?: never;
        /** Begin a public chat, as its owner */
        post: operations["createPublicChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        /** One chat */
        get: operations["readChat"];
        /**
         * Set title and description, or the receipts
         * @description With `title`: sets title and description. With `receipts`: sets these; alone, it leaves title and description as they are. What
         *     is so already is no change, and makes no version.
         */
        put: operations["editChat"];
        post?: never;
        /** Delete the chat for everybody */
        delete: operations["deleteChat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the chat's picture
         * @description From then on the members may see this file, and in a public chat everybody who is signed in. The same again is no change, and makes
         *     no version. 503 while the media service can not be asked.
         */
        put: operations["chooseChatPicture"];
        post?: never;
        /** Have no picture */
        delete: operations["removeChatPicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/emoji": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        /**
         * The chat's own emoji by their names
         * @description For its members, all at once. 403 `forbidden` for others who see a public chat.
         */
        get: operations["listEmoji"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/emoji/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                /** @description Without the colons that stand around it in a message; 2 to 32 of a–z, 0–9, `_` and `-` */
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give the chat an emoji, or an emoji another picture
         * @description From then on the members may see this file, react with `:name:` and write it. The same again is no change, and makes no version. A chat
         *     has at most 100 (409 `too-many-emoji`). 503 while the media service can not be asked.
         */
        put: operations["putEmoji"];
        post?: never;
        /**
         * Take an emoji away
         * @description Where it stands in messages and reactions, its name is left. 404 when there is none.
         */
        delete: operations["removeEmoji"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        /** The members in the order they joined */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Join, add somebody, or give a role
         * @description With your own id in a public chat: join. With another's: add them. With `role`: give that role, which only owners may do.
         *     Asking for what is so already changes nothing. The last owner can not become less than that (409 `last-owner`); a
         *     group has at most 500 members (409 `group-full`).
         */
        put: operations["putMember"];
        post?: never;
        /**
         * Leave, or remove somebody
         * @description When the last owner goes, the oldest administrator, else the oldest member, becomes owner. When the last member goes, the
         *     chat is deleted.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        ChatKind: "public" | "private" | "group";
        /** @enum {string} */
        ChatRole: "owner" | "admin" | "member";
        ChatView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ChatKind"];
            /** @description Null for private chats */
            title?: string | null;
            description: string;
            /**
             * Format: uuid
             * @description The chat's picture, in the media service; absent when there is none
             */
            pictureId?: string;
            /** @description Whether members see how far the others have read */
            receipts: boolean;
            /** Format: int32 */
            memberCount: number;
            /** @description All members in the order they joined; null for public chats and for groups of more than 50 */
            members?: components["schemas"]["ChatMember"][] | null;
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int64 */
            version: number;
            /** @description Null when you are not a member */
            myRole?: components["schemas"]["ChatRole"] | null;
        };
        ChatMember: {
            /** Format: uuid */
            userId: string;
            role: components["schemas"]["ChatRole"];
        };
        ChatPage: {
            items: components["schemas"]["ChatView"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        MemberView: {
            /** Format: uuid */
            userId: string;
            role: components["schemas"]["ChatRole"];
            /** Format: date-time */
            joinedAt: string;
        };
        MemberPage: {
            items: components["schemas"]["MemberView"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        PrivateChatRequest: {
            /**
             * Format: uuid
             * @description The other person
             */
            userId: string;
        };
        GroupChatRequest: {
            title: components["schemas"]["Title"];
            description?: components["schemas"]["Description"];
            /** @description Who belongs to it from the beginning, besides you */
            memberIds?: string[] | null;
        };
        PublicChatRequest: {
            title: components["schemas"]["Title"];
            description?: components["schemas"]["Description"];
        };
        EditChatRequest: {
            /** @description May be missing when `receipts` is all that is set */
            title?: components["schemas"]["Title"] | null;
            description?: components["schemas"]["Description"];
            /** @description Whether members see how far the others have read; absent leaves it. True is refused for public chats (400 `validation-failed`). */
            receipts?: boolean | null;
        };
        PictureRequest: {
            /**
             * Format: uuid
             * @description A picture of yours, uploaded and looked into (`ready` in the media service). What is not one is refused with 422 `unusable-picture`;
             *     while it is still looked into, 409 `picture-processing` with `Retry-After`.
             */
            mediaId: string;
        };
        EmojiView: {
            /** @description Without colons */
            name: string;
            /**
             * Format: uuid
             * @description Its picture, in the media service
             */
            mediaId: string;
            /** Format: uuid */
            addedBy: string;
            /** Format: date-time */
            addedAt: string;
        };
        EmojiList: {
            items: components["schemas"]["EmojiView"][];
        };
        PutMemberRequest: {
            /** @description Absent or null leaves a member's role as it is and makes others plain members */
            role?: components["schemas"]["ChatRole"] | null;
        };
        /** @description One line of 1 to 100 graphemes without control characters */
        Title: string;
        /** @description At most 500 graphemes; absent is empty */
        Description: string | null;
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
        /** @description The chat */
        Chat: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatView"];
            };
        };
        /** @description The new chat */
        ChatCreated: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatView"];
            };
        };
        /** @description One page */
        ChatPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatPage"];
            };
        };
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
        chatId: string;
        userId: string;
        /** @description Items of a page */
        limit: number;
        /** @description `next` of the page before */
        cursor: string;
        /** @description The entity tag the change was made for; another one is answered with 412 */
        ifMatch: string;
        /**
         * @description Your own name for this wish. For 24 hours a repeat gets the first answer; with another body it is 422
         *     `idempotency-key-reused`, and while the first is under way 409 `idempotency-key-in-progress`.
         */
        idempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version in quotes */
        ETag: string;
        /** @description The path of the chat */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listMyChats: {
        parameters: {
            query?: {
                /** @description Items of a page */
                limit?: components["parameters"]["limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChatPage"];
            default: components["responses"]["Problem"];
        };
    };
    listMyPrivateChats: {
        parameters: {
            query?: {
                /** @description Items of a page */
                limit?: components["parameters"]["limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChatPage"];
            default: components["responses"]["Problem"];
        };
    };
    createPrivateChat: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this wish. For 24 hours a repeat gets the first answer; with another body it is 422
                 *     `idempotency-key-reused`, and while the first is under way 409 `idempotency-key-in-progress`.
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrivateChatRequest"];
            };
        };
        responses: {
            /** @description You and this person have a private chat already; this is it */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatView"];
                };
            };
            201: components["responses"]["ChatCreated"];
            default: components["responses"]["Problem"];
        };
    };
    listMyGroups: {
        parameters: {
            query?: {
                /** @description Items of a page */
                limit?: components["parameters"]["limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChatPage"];
            default: components["responses"]["Problem"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this wish. For 24 hours a repeat gets the first answer; with another body it is 422
                 *     `idempotency-key-reused`, and while the first is under way 409 `idempotency-key-in-progress`.
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupChatRequest"];
            };
        };
        responses: {
            201: components["responses"]["ChatCreated"];
            default: components["responses"]["Problem"];
        };
    };
    listPublicChats: {
        parameters: {
            query?: {
                /**
                 * @description Words of the title, 1 to 100 characters; accents and case do not matter. Titles that begin with the words come first, then
                 *     those that contain them, then those that are similar.
                 */
                query?: string;
                /** @description Items of a page */
                limit?: components["parameters"]["limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChatPage"];
            default: components["responses"]["Problem"];
        };
    };
    createPublicChat: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this wish. For 24 hours a repeat gets the first answer; with another body it is 422
                 *     `idempotency-key-reused`, and while the first is under way 409 `idempotency-key-in-progress`.
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicChatRequest"];
            };
        };
        responses: {
            201: components["responses"]["ChatCreated"];
            default: components["responses"]["Problem"];
        };
    };
    readChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Chat"];
            default: components["responses"]["Problem"];
        };
    };
    editChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditChatRequest"];
            };
        };
        responses: {
            200: components["responses"]["Chat"];
            default: components["responses"]["Problem"];
        };
    };
    deleteChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseChatPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureRequest"];
            };
        };
        responses: {
            200: components["responses"]["Chat"];
            default: components["responses"]["Problem"];
        };
    };
    removeChatPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Chat"];
            default: components["responses"]["Problem"];
        };
    };
    listEmoji: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmojiList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putEmoji: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                /** @description Without the colons that stand around it in a message; 2 to 32 of a–z, 0–9, `_` and `-` */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureRequest"];
            };
        };
        responses: {
            /** @description The emoji as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmojiView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeEmoji: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                /** @description Without the colons that stand around it in a message; 2 to 32 of a–z, 0–9, `_` and `-` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat does not have it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Items of a page */
                limit?: components["parameters"]["limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
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
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PutMemberRequest"];
            };
        };
        responses: {
            /** @description The member as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person is not a member any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
}
