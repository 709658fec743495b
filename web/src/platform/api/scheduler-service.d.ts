// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My reminders by page
         * @description Whoever is signed in may; it has their own only. Those of the state `waiting` come in the order in which they are due, all others
         *     newest first.
         */
        get: operations["listReminders"];
        put?: never;
        /**
         * Remind me
         * @description Whoever is signed in may, for themselves; for somebody with whom they share a chat; and for the members of a chat in which they may
         *     call everybody (`@all`): any member may, but in public chats only owners and admins. For others it is 403
         *     `reminder-audience-refused`. At most 500 reminders of a person may be active, that is, not completed, and 50 of these for others; one
         *     more is 409 `too-many-reminders`. Send `dueAt` for once or `recurrence` for again and again.
         */
        post: operations["createReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a sentence says of what and when
         * @description Whoever is signed in may. Reads Spanish and English, as docs/reminders.md says, and changes nothing: the answer is shown, and sent as
         *     a reminder when it is what was meant. What is not read for certain is refused: 422 `time-not-understood`, `time-ambiguous`,
         *     `time-past`, or `sentence-too-long`.
         */
        post: operations["readSentence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether I have such an address
         * @description Whoever is signed in may, of their own. 404 when there is none.
         */
        get: operations["readFeed"];
        put?: never;
        /**
         * An address for my calendar program
         * @description Whoever is signed in may. What of their reminders is to come can be read there, as an iCalendar file, by whoever has the address; so it
         *     is told this once and not kept. A new one replaces the one before, which leads nowhere from then on.
         */
        post: operations["makeFeed"];
        /**
         * Let the address lead nowhere
         * @description Whoever is signed in may, of their own. A repeat changes nothing.
         */
        delete: operations["deleteFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/feed/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of somebody's reminders is to come
         * @description Needs no token: whoever has the address may. An iCalendar file (RFC 5545) with an event for each reminder that has an occurrence to come,
         *     500 at most, those that are due first; one that recurs has its rule and the time zone. With `If-None-Match` it is 304 as long as
         *     nothing has changed. An address that is none, or none any more, is 404. At the gateway at most 60 a minute from one address.
         */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{reminderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of my reminders
         * @description Only its owner may; for anybody else there is no such reminder: 404.
         */
        get: operations["readReminder"];
        put?: never;
        post?: never;
        /**
         * Delete a reminder
         * @description Only its owner may; for anybody else there is no such reminder: 404.
         */
        delete: operations["deleteReminder"];
        options?: never;
        head?: never;
        /**
         * Change what a reminder says, or when
         * @description Only its owner may; for anybody else there is no such reminder: 404.
         *     What is absent stays as it is. `dueAt` makes it one for once, `recurrence` one that recurs, from now on. With other times, what it
         *     told counts as seen to, and a snooze ends. The same again is no change, and makes no version. One that is completed is 409
         *     `reminder-completed`.
         */
        patch: operations["changeReminder"];
        trace?: never;
    };
    "/api/v1/reminders/{reminderId}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind me again, later
         * @description Only its owner may; for anybody else there is no such reminder: 404.
         *     One that has fired fires again then; of one that has not, the coming occurrence is put off. One that recurs keeps its rhythm. A
         *     snooze ends with the next firing, whichever that is. One that is completed is 409 `reminder-completed`.
         */
        post: operations["snoozeReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{reminderId}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the next occurrence out
         * @description Only its owner may; for anybody else there is no such reminder: 404.
         *     One that does not recur is 409 `not-recurring`, one that is completed 409 `reminder-completed`. A repeat skips another one, unless it
         *     carries `If-Match`.
         */
        post: operations["skipReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{reminderId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * I have seen to it
         * @description Only its owner may; for anybody else there is no such reminder: 404.
         *     One for once is over, whether it has fired or not. One that recurs goes on; it has nothing to complete unless it has fired. A repeat
         *     changes nothing.
         */
        post: operations["completeReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheduled-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My scheduled messages by page
         * @description Whoever is signed in may; it has their own only. Those of the state `waiting` come in the order in which they are due, all others
         *     newest first. Those that were sent or refused are kept for 30 days.
         */
        get: operations["listScheduledMessages"];
        put?: never;
        /**
         * Post this later
         * @description Whoever is a member of the chat may; for anybody else there is no such chat: 404 `chat-not-found`. At most 100 messages of a person may
         *     wait; one more is 409 `too-many-scheduled-messages`. Whether files and messages that it names will do is seen when it is posted.
         */
        post: operations["scheduleMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheduled-messages/{scheduledMessageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of my scheduled messages
         * @description Only its author may; for anybody else there is no such message: 404.
         */
        get: operations["readScheduledMessage"];
        put?: never;
        post?: never;
        /**
         * Do not post it, or take it off the list
         * @description Only its author may; for anybody else there is no such message: 404.
         *     One that waits is never posted. Of one that was sent the message in the chat stays. One that is `sending` is 409
         *     `scheduled-message-not-waiting`.
         */
        delete: operations["deleteScheduledMessage"];
        options?: never;
        head?: never;
        /**
         * Change what it says, or when
         * @description Only its author may; for anybody else there is no such message: 404.
         *     What is absent stays as it is. The same again is no change, and makes no version. One that does not wait is 409
         *     `scheduled-message-not-waiting`.
         */
        patch: operations["changeScheduledMessage"];
        trace?: never;
    };
    "/api/v1/scheduled-messages/{scheduledMessageId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post it now
         * @description Only its author may; for anybody else there is no such message: 404.
         *     One that is `sending` or `sent` is answered as it is. One that was refused is 409 `scheduled-message-not-waiting`.
         */
        post: operations["sendScheduledMessage"];
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
        ReminderView: {
            /** Format: uuid */
            id: string;
            audience: components["schemas"]["AudienceView"];
            text: string;
            /**
             * Format: uuid
             * @description The chat it is about; absent when it is about none
             */
            chatId?: string;
            /**
             * Format: int64
             * @description The seq of the message it is about; absent when it is about none
             */
            message?: number;
            /**
             * Format: date-time
             * @description When it fires next; absent when it does not any more
             */
            next?: string;
            /**
             * Format: date-time
             * @description Until when an occurrence was put off; absent when none was
             */
            snoozedUntil?: string;
            /** @description In whose local time it is thought of */
            zone: string;
            recurrence?: components["schemas"]["Recurrence"];
            ifLate: components["schemas"]["IfLate"];
            /** @enum {string} */
            state: "waiting" | "fired" | "completed";
            lastFiring?: components["schemas"]["Firing"];
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        /**
         * @description `self`: its owner. `person`: somebody else, `userId`. `chat`: the members of the chat `chatId`, as they are when it fires, as far as they
         *     want to be told of what happens there.
         * @enum {string}
         */
        AudienceKind: "self" | "person" | "chat";
        /** @description Whom it reminds */
        AudienceView: {
            kind: components["schemas"]["AudienceKind"];
            /**
             * Format: uuid
             * @description Who; with `person` only
             */
            userId?: string;
            /**
             * Format: uuid
             * @description Which chat; with `chat` only
             */
            chatId?: string;
        };
        AudienceRequest: {
            kind: components["schemas"]["AudienceKind"];
            /**
             * Format: uuid
             * @description With `person` only; oneself is `self`
             */
            userId?: string | null;
            /**
             * Format: uuid
             * @description With `chat` only
             */
            chatId?: string | null;
        };
        ReminderPage: {
            items: components["schemas"]["ReminderView"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        FeedView: {
            /** @description Path of the calendar at this host; only in the answer that makes it */
            url?: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description A local time that a change of the clocks leaves out falls on the first moment after it; one that comes twice counts the first time. */
        Recurrence: {
            /** @description Recurrence rule (RFC 5545, section 3.3.10), such as `FREQ=WEEKLY;BYDAY=MO`; once an hour at most */
            rule: string;
            /** @description IANA time zone, such as `Europe/Madrid` */
            zone: string;
            /** @description Local date and time from which the rule counts, such as `2026-11-30T09:00:00`; within ten years from now */
            start: string;
        };
        /**
         * @description What becomes of an occurrence that is more than 15 minutes late because the service was away: it fires late, or is passed over.
         *     Of all that one reminder missed, one fires at most.
         * @enum {string}
         */
        IfLate: "fire" | "skip";
        /** @description The occurrence that was told last */
        Firing: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            dueAt: string;
            /**
             * Format: date-time
             * @description Later than due when the service was away
             */
            firedAt: string;
        };
        CreateReminderRequest: {
            /** @description 1 to 500 graphemes without control characters but line feeds and tabs */
            text: string;
            /**
             * Format: date-time
             * @description In the future, within ten years
             */
            dueAt?: string | null;
            recurrence?: components["schemas"]["Recurrence"] | null;
            /** @description IANA time zone; absent is that of the recurrence, or `UTC` */
            zone?: string | null;
            /**
             * Format: uuid
             * @description What it is about; kept as a reference, and not checked
             */
            chatId?: string | null;
            /**
             * Format: int64
             * @description The seq of the message in that chat which it is about
             */
            message?: number | null;
            /** @description Absent is `fire` */
            ifLate?: components["schemas"]["IfLate"] | null;
            /** @description Absent is oneself */
            audience?: components["schemas"]["AudienceRequest"] | null;
        };
        ChangeReminderRequest: {
            /** @description 1 to 500 graphemes */
            text?: string | null;
            /**
             * Format: date-time
             * @description In the future, within ten years
             */
            dueAt?: string | null;
            recurrence?: components["schemas"]["Recurrence"] | null;
            /** @description IANA time zone; one that recurs goes on at the same local time there */
            zone?: string | null;
            ifLate?: components["schemas"]["IfLate"] | null;
        };
        ReadingRequest: {
            /** @description What and when, in either order */
            sentence: string;
            /** @description Name of the IANA time zone whose local time is meant */
            zone: string;
            /**
             * @description Which of the two counts where both can be read; `en` when absent
             * @enum {string}
             */
            language?: "es" | "en";
        };
        ReadingView: {
            /** @description What to be reminded of; empty when the sentence has a time only */
            text: string;
            zone: string;
            /**
             * Format: date-time
             * @description For once
             */
            dueAt?: string;
            recurrence?: components["schemas"]["Recurrence"];
            /** @description The first times, one for once, up to three of a recurrence */
            next: string[];
            /** @description Whether the first of them is at another hour than was said, since that hour does not exist when the clocks go forward */
            moved: boolean;
        };
        /** @description One of the two */
        SnoozeRequest: {
            /**
             * Format: date-time
             * @description In the future, within ten years
             */
            until?: string | null;
            /**
             * Format: int32
             * @description From now
             */
            minutes?: number | null;
        };
        ScheduledMessageView: {
            /**
             * Format: uuid
             * @description Also the `clientMessageId` of the message that is posted
             */
            scheduledMessageId: string;
            /** Format: uuid */
            chatId: string;
            /** @description Empty when files say it */
            text: string;
            /** Format: date-time */
            dueAt: string;
            /** @description In whose local time that is thought of */
            zone: string;
            /**
             * Format: int64
             * @description The seq of the message in whose thread; null for the main conversation
             */
            thread: number | null;
            /**
             * Format: int64
             * @description The seq of the message it answers
             */
            replyTo: number | null;
            attachments: components["schemas"]["AttachFile"][];
            /** @enum {string} */
            state: "waiting" | "sending" | "sent" | "refused";
            /** @description Why it was not posted; null unless it was refused */
            refusal: components["schemas"]["Refusal"] | null;
            /**
             * Format: int64
             * @description The seq of the message in the chat; null until it was sent
             */
            message: number | null;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        Refusal: {
            /** @description Type of the problem, as for a post of one's own: `urn:tertulia:problem:chat-not-found` when one is no member any more */
            type: string;
            /** @description What is wrong, in English */
            detail: string;
        };
        ScheduledMessagePage: {
            items: components["schemas"]["ScheduledMessageView"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        CreateScheduledMessageRequest: {
            /** Format: uuid */
            chatId: string;
            /** @description 1 to 4000 graphemes, at most 16 KB in UTF-8; may be absent when something is attached */
            text?: string | null;
            /**
             * Format: date-time
             * @description In the future, within 366 days
             */
            dueAt: string;
            /** @description IANA time zone in whose local time that is thought of; absent is `UTC` */
            zone?: string | null;
            /**
             * Format: int64
             * @description The seq of the message in whose thread
             */
            thread?: number | null;
            /**
             * Format: int64
             * @description The seq of the message it answers
             */
            replyTo?: number | null;
            /** @description One's own files, each once */
            attachments?: components["schemas"]["AttachFile"][] | null;
        };
        AttachFile: {
            /** Format: uuid */
            mediaId: string;
            /** @description What it shows, in words, for those who do not see it. At most 1000 graphemes and 4 KiB in UTF-8. */
            alt?: string | null;
        };
        ChangeScheduledMessageRequest: {
            /** @description As when it was made */
            text?: string | null;
            /**
             * Format: date-time
             * @description In the future, within 366 days
             */
            dueAt?: string | null;
            /** @description IANA time zone */
            zone?: string | null;
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
        /** @description The reminder */
        Reminder: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ReminderView"];
            };
        };
        /** @description The scheduled message */
        ScheduledMessage: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ScheduledMessageView"];
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
        reminderId: string;
        scheduledMessageId: string;
        /** @description The entity tag the change was made for; another one is answered with 412 */
        ifMatch: string;
        /**
         * @description Your own name for this wish. For 24 hours a repeat gets what the first one made, as it is now, or 404 once that is deleted;
         *     with another body, or for something else, it is 422 `idempotency-key-reused`.
         */
        idempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version in quotes */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listReminders: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                state?: "waiting" | "fired" | "completed";
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
                    "application/json": components["schemas"]["ReminderPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createReminder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this wish. For 24 hours a repeat gets what the first one made, as it is now, or 404 once that is deleted;
                 *     with another body, or for something else, it is 422 `idempotency-key-reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReminderRequest"];
            };
        };
        responses: {
            /** @description The reminder */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description The path of the reminder */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readSentence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingRequest"];
            };
        };
        responses: {
            /** @description How it is read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When it was made, without the address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar */
            200: {
                headers: {
                    /** @description The same as long as no reminder changes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description It is what you have */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reminderId: components["parameters"]["reminderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Reminder"];
            default: components["responses"]["Problem"];
        };
    };
    deleteReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                reminderId: components["parameters"]["reminderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with all its occurrences */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                reminderId: components["parameters"]["reminderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeReminderRequest"];
            };
        };
        responses: {
            200: components["responses"]["Reminder"];
            default: components["responses"]["Problem"];
        };
    };
    snoozeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                reminderId: components["parameters"]["reminderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeRequest"];
            };
        };
        responses: {
            200: components["responses"]["Reminder"];
            default: components["responses"]["Problem"];
        };
    };
    skipReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                reminderId: components["parameters"]["reminderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Reminder"];
            default: components["responses"]["Problem"];
        };
    };
    completeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                reminderId: components["parameters"]["reminderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Reminder"];
            default: components["responses"]["Problem"];
        };
    };
    listScheduledMessages: {
        parameters: {
            query?: {
                /** @description Only those for this chat */
                chatId?: string;
                /** @description Only those in this state */
                state?: "waiting" | "sending" | "sent" | "refused";
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
                    "application/json": components["schemas"]["ScheduledMessagePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scheduleMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this wish. For 24 hours a repeat gets what the first one made, as it is now, or 404 once that is deleted;
                 *     with another body, or for something else, it is 422 `idempotency-key-reused`.
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateScheduledMessageRequest"];
            };
        };
        responses: {
            /** @description The scheduled message */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description The path of the scheduled message */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readScheduledMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduledMessageId: components["parameters"]["scheduledMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScheduledMessage"];
            default: components["responses"]["Problem"];
        };
    };
    deleteScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                scheduledMessageId: components["parameters"]["scheduledMessageId"];
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
    changeScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                scheduledMessageId: components["parameters"]["scheduledMessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScheduledMessageRequest"];
            };
        };
        responses: {
            200: components["responses"]["ScheduledMessage"];
            default: components["responses"]["Problem"];
        };
    };
    sendScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                scheduledMessageId: components["parameters"]["scheduledMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScheduledMessage"];
            default: components["responses"]["Problem"];
        };
    };
}
