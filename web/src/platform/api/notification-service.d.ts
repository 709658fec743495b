// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My inbox by page, the newest first
         * @description One that grows while pages are read comes to the front. What was withdrawn, since its message was deleted for instance, is not there.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are unread */
        get: operations["countUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as read
         * @description Send one of `ids`, `through` and `all`. What is read already, or not in the inbox any more, is passed over. It does not move read
         *     markers of chats. 404 `notification-not-found` when there is none of `through`.
         */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/chats/{chatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of what I am told in a chat
         * @description For members; 404 `chat-not-found` for others.
         */
        get: operations["readLevel"];
        /**
         * Choose of what I am told in a chat
         * @description For members; 404 `chat-not-found` for others. It counts from the next thing that happens, and goes with the membership. Who does
         *     not choose has `all` in a private chat and `mentions` in others.
         */
        put: operations["chooseLevel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What browsers subscribe with
         * @description The `applicationServerKey` of `PushManager.subscribe` (RFC 8292). It never changes.
         */
        get: operations["readPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My browsers that are told
         * @description All of them, the newest first; there are ten at most.
         */
        get: operations["listPushSubscriptions"];
        /**
         * Be told on this browser
         * @description The same endpoint again changes what is known of it. An endpoint is told for one person: for who subscribed with it last. Of more
         *     than ten the oldest goes. 422 `push-endpoint-refused` when the endpoint is no https address of the public internet.
         */
        put: operations["subscribeToPush"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/push/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Not be told on a browser any more
         * @description 404 `push-subscription-not-found` when it is none of mine.
         */
        delete: operations["unsubscribeFromPush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My alerts, the oldest first
         * @description All of them are one page.
         */
        get: operations["listAlerts"];
        put?: never;
        /**
         * Wait for a word, for a person or for silence
         * @description `word`: somebody says `word`, in the chat or in any of mine. It is found as a whole word, whatever its case and its accents; a few
         *     words as they follow each other. In scripts that put no spaces between words it is found anywhere. `person`: `userId` says something,
         *     in the chat or in any that we share. `quiet`: nobody says anything in the chat for `quietFor`, counted from now at the earliest; once,
         *     until somebody writes again.
         *
         *     An alert counts from the next thing that happens, in chats that I am in, unless my level there is `none`. Nobody is alerted to their own
         *     messages. What is a mention or a reply is told as that, and once. Alerts of one chat go with the membership.
         *
         *     The same alert again gives the one that there is. 404 `chat-not-found` for who is not in the chat; 409 `too-many-alerts` beyond 50.
         */
        post: operations["createAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Wait no more
         * @description What it told of stays in the inbox. 404 `alert-not-found` when I have no such one.
         */
        delete: operations["deleteAlert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/quiet-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When I am not disturbed
         * @description Before I have chosen anything they are not enabled.
         */
        get: operations["readQuietHours"];
        /**
         * Choose when I am not disturbed
         * @description The inbox and live connections go on as ever. What reaches out to me, by push or by e-mail, waits until the quiet is over; what I
         *     have read by then is not told any more.
         *
         *     On each of the `days` it is quiet from `from` until the clock of `zone` shows `to` next: on the day after, when `to` is not after
         *     `from`. The same `from` and `to` are a whole day; not all days may be whole ones. In the nights in which the clock changes a time that
         *     does not exist is the first one that does, and a time that comes twice is the first of both.
         */
        put: operations["chooseQuietHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I get by e-mail */
        get: operations["readEmailSettings"];
        /**
         * Say what I want by e-mail
         * @description A digest tells of what has been unread for a quarter of an hour or longer and was in none before; none comes when there is nothing to
         *     tell, and in quiet hours it waits for their end. An address that is not confirmed is sent a link; until it is followed nothing else
         *     goes there, and what went to an address before goes nowhere. Five links an hour for a person, and a day to an address: beyond it 429
         *     `too-many-confirmations`. 409 `email-unavailable` for an address where no mails are sent.
         */
        put: operations["storeEmailSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/email/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the address to which a link was sent
         * @description By whoever has the link; no login. It is good once, for a day, and for the address that is set. Otherwise 404
         *     `email-confirmation-invalid`.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/email/unsubscribe": {
        parameters: {
            query: {
                /** @description What is in the link */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page that asks whether digests are to end
         * @description Changes nothing, since programs look into the links of mails; its button does, by the POST. No login. 404 `unsubscribe-link-invalid` for a
         *     link that is none, or older than half a year; as a page for who accepts `text/html`.
         */
        get: operations["askToUnsubscribe"];
        put?: never;
        /**
         * End the digests to the address to which the link was sent
         * @description One click from a mailbox (RFC 8058): each digest names this address in `List-Unsubscribe`. The body is `List-Unsubscribe=One-Click`, in either
         *     form encoding; it is not looked at. No login. Again and again is the same as once.
         */
        post: operations["unsubscribe"];
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
        /**
         * @description `mention`: a message calls me, by name or with everybody. `reply`: a message answers one of mine, or is in a thread that begins with one.
         *     `message`: something was said in a chat of which I want to be told everything. `reaction`: to a message of mine. `invitation`: somebody
         *     added me to a chat. `reminder`: one of mine has fired, or, with `byId`, one that somebody made for me or for a chat of mine.
         *     `reminder-refused`: one of mine was for others, whom I may not remind any more, and is over. `scheduled-message`: a message that I
         *     had scheduled was not posted. `alert`: what one of mine waits for has happened; without `message`, a chat has become quiet.
         * @enum {string}
         */
        NotificationKind: "mention" | "reply" | "message" | "reaction" | "invitation" | "reminder" | "reminder-refused" | "scheduled-message" | "alert";
        NotificationView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description Of my inbox when it came or grew last; greater ones are newer
             */
            version: number;
            kind: components["schemas"]["NotificationKind"];
            /**
             * Format: uuid
             * @description Where it happened; of a reminder what it is about, or else the chat that it is for; absent when there is neither
             */
            chatId?: string;
            /**
             * Format: int64
             * @description The seq of the message it is about, in a burst of messages of the newest
             */
            message?: number;
            /**
             * Format: int64
             * @description The seq of the message in whose thread that is
             */
            thread?: number;
            /** Format: uuid */
            reminderId?: string;
            /**
             * Format: uuid
             * @description The alert of mine; it may have been deleted meanwhile
             */
            alertId?: string;
            /**
             * Format: uuid
             * @description Whose doing it was, in a burst of the newest; absent for a reminder of mine
             */
            byId?: string;
            /** @description The beginning of what was said, in a burst of the newest; the emoji of a reaction; the text of a reminder, or of a scheduled message; may be empty */
            excerpt: string;
            /**
             * Format: int32
             * @description How many messages, reactions, firings or silences it stands for, counted up to 100
             */
            count: number;
            /** Format: date-time */
            at: string;
            read: boolean;
        };
        NotificationPage: {
            items: components["schemas"]["NotificationView"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        UnreadView: {
            /**
             * Format: int64
             * @description Counts the changes of my inbox; a live frame with a greater one is newer than this
             */
            version: number;
            /** Format: int32 */
            unread: number;
        };
        ReadRequest: {
            ids?: string[] | null;
            /**
             * Format: uuid
             * @description This one and all before it
             */
            through?: string | null;
            /** @description `true`: everything */
            all?: boolean | null;
        };
        /**
         * @description `all`: of every message. `mentions`: of mentions, and of replies and reactions to what I said. `none`: of nothing that happens in the chat.
         * @enum {string}
         */
        Level: "all" | "mentions" | "none";
        ChatLevelRequest: {
            level: components["schemas"]["Level"];
        };
        PushKeyView: {
            /** @description base64url of an uncompressed point of P-256 */
            publicKey: string;
        };
        /**
         * @description What mails and the titles of pushes are written in
         * @enum {string}
         */
        Language: "es" | "en";
        /** @description What `PushSubscription.toJSON()` gives, with what I want of it */
        SubscribeRequest: {
            endpoint: string;
            keys: components["schemas"]["SubscriptionKeys"];
            /** @description What I call the device */
            name?: string | null;
            /** @description `true`: messages only say that there is something */
            contentFree?: boolean | null;
            language: components["schemas"]["Language"];
        };
        SubscriptionKeys: {
            /** @description base64url of an uncompressed point of P-256 */
            p256dh: string;
            /** @description base64url of 16 bytes */
            auth: string;
        };
        SubscriptionView: {
            /** Format: uuid */
            subscriptionId: string;
            /** @description What I call the device; may be empty */
            name: string;
            contentFree: boolean;
            language: components["schemas"]["Language"];
            /**
             * Format: date-time
             * @description When I subscribed with it first
             */
            createdAt: string;
        };
        SubscriptionPage: {
            items: components["schemas"]["SubscriptionView"][];
            /** @description Null; all are on one page */
            next?: string | null;
        };
        ChatLevelView: {
            /** Format: uuid */
            chatId: string;
            level: components["schemas"]["Level"];
        };
        /** @enum {string} */
        AlertKind: "word" | "person" | "quiet";
        /** @description With what its kind needs, and nothing else */
        CreateAlertRequest: {
            kind: components["schemas"]["AlertKind"];
            /** @description A word, or a few; with letters or digits */
            word?: string | null;
            /**
             * Format: uuid
             * @description Somebody else
             */
            userId?: string | null;
            /**
             * Format: uuid
             * @description Only there; needed for `quiet`
             */
            chatId?: string | null;
            /**
             * @description ISO 8601 duration of whole seconds, 10 minutes to 30 days
             * @example PT24H
             */
            quietFor?: string | null;
        };
        AlertView: {
            /** Format: uuid */
            alertId: string;
            kind: components["schemas"]["AlertKind"];
            word?: string;
            /** Format: uuid */
            userId?: string;
            /**
             * Format: uuid
             * @description Absent when it waits in all of my chats
             */
            chatId?: string;
            /** @description ISO 8601 duration */
            quietFor?: string;
            /** Format: date-time */
            createdAt: string;
        };
        AlertPage: {
            items: components["schemas"]["AlertView"][];
            /** @description Always null */
            next?: string | null;
        };
        /** @example 22:00 */
        TimeOfDay: string;
        /**
         * @description As RFC 5545 names them
         * @enum {string}
         */
        Weekday: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
        QuietHoursRequest: {
            enabled: boolean;
            from: components["schemas"]["TimeOfDay"];
            to: components["schemas"]["TimeOfDay"];
            /** @description On which it begins */
            days: components["schemas"]["Weekday"][];
            /**
             * @description Name of an IANA time zone
             * @example Europe/Madrid
             */
            zone: string;
        };
        QuietHoursView: {
            enabled: boolean;
            from: components["schemas"]["TimeOfDay"];
            to: components["schemas"]["TimeOfDay"];
            /** @description On which it begins */
            days: components["schemas"]["Weekday"][];
            /**
             * @description Name of an IANA time zone
             * @example Europe/Madrid
             */
            zone: string;
        };
        /**
         * @description `hourly`: an hour after the one before. `daily`: once a day, at `at` by the clock of `zone`.
         * @enum {string}
         */
        DigestRhythm: "off" | "hourly" | "daily";
        EmailSettingsRequest: {
            /** @description Where to; null for nowhere, and then `digest` is `off` */
            address?: string | null;
            digest: components["schemas"]["DigestRhythm"];
            /**
             * @description When, of a daily digest
             * @example 08:00
             */
            at: string;
            /**
             * @description By whose clock, an IANA name
             * @example Europe/Madrid
             */
            zone: string;
            language: components["schemas"]["Language"];
        };
        EmailSettingsView: {
            /** @description Whether mails are sent here at all */
            available: boolean;
            address?: string | null;
            /** @description Whether somebody followed the link that was sent there */
            confirmed: boolean;
            digest: components["schemas"]["DigestRhythm"];
            /** @example 08:00 */
            at: string;
            /** @example Europe/Madrid */
            zone: string;
            language: components["schemas"]["Language"];
        };
        ConfirmationRequest: {
            token: string;
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
        /** @description Where my inbox stands now */
        Unread: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnreadView"];
            };
        };
        /** @description What counts now */
        ChatLevel: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatLevelView"];
            };
        };
        /** @description What counts now */
        QuietHours: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QuietHoursView"];
            };
        };
        /** @description What counts now */
        EmailSettings: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EmailSettingsView"];
            };
        };
        /** @description A page */
        Page: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description What went wrong (RFC 9457), or a page that says so */
        ProblemOrPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
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
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listNotifications: {
        parameters: {
            query?: {
                /** @description Only unread ones */
                unread?: boolean;
                /** @description Items of a page */
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
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unread"];
            default: components["responses"]["Problem"];
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadRequest"];
            };
        };
        responses: {
            200: components["responses"]["Unread"];
            default: components["responses"]["Problem"];
        };
    };
    readLevel: {
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
            200: components["responses"]["ChatLevel"];
            default: components["responses"]["Problem"];
        };
    };
    chooseLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatLevelRequest"];
            };
        };
        responses: {
            200: components["responses"]["ChatLevel"];
            default: components["responses"]["Problem"];
        };
    };
    readPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKeyView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPushSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    subscribeToPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeRequest"];
            };
        };
        responses: {
            /** @description The subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unsubscribeFromPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is sent there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createAlert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAlertRequest"];
            };
        };
        responses: {
            /** @description The alert */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readQuietHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["QuietHours"];
            default: components["responses"]["Problem"];
        };
    };
    chooseQuietHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuietHoursRequest"];
            };
        };
        responses: {
            200: components["responses"]["QuietHours"];
            default: components["responses"]["Problem"];
        };
    };
    readEmailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmailSettings"];
            default: components["responses"]["Problem"];
        };
    };
    storeEmailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailSettingsRequest"];
            };
        };
        responses: {
            200: components["responses"]["EmailSettings"];
            default: components["responses"]["Problem"];
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            /** @description Digests go there now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    askToUnsubscribe: {
        parameters: {
            query: {
                /** @description What is in the link */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            default: components["responses"]["ProblemOrPage"];
        };
    };
    unsubscribe: {
        parameters: {
            query: {
                /** @description What is in the link */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            default: components["responses"]["ProblemOrPage"];
        };
    };
}
