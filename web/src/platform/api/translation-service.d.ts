// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/translate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A text in another language
         * @description Whoever is signed in may. As `POST`, for a text that may stand in logs.
         */
        get: operations["translateByGet"];
        put?: never;
        /**
         * A text in another language
         * @description Whoever is signed in may. Without `target` it is translated into the language of the caller's preferences, else into the first of
         *     `Accept-Language`, else into English. The answer is a list of one. At the gateway at most 300 requests a minute by one person,
         *     batches and messages included, and here as many texts, those of batches included: `rate-limited` is what comes of more.
         */
        post: operations["translate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/translate/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 50 texts in another language
         * @description Whoever is signed in may. At most 20,000 characters in all, and 2,000 each. What is not translated in time for the answer, some two
         *     seconds, has `engines-failed`. Each text counts towards the 300 that one person may have translated in a minute.
         */
        post: operations["translateBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/translate/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be translated now
         * @description Whoever is signed in may. Without an installed engine there are no `pairs`, and docs/translation-engines.md says what to do.
         */
        get: operations["listLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/translate/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I want to read translated
         * @description Whoever is signed in may, of their own. Clients keep to it; it changes nothing of what may be asked.
         */
        get: operations["readTranslationPreferences"];
        /**
         * Say what I want in general
         * @description Whoever is signed in may, of their own. What was said for chats stays.
         */
        put: operations["setTranslationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/translate/preferences/chats/{chatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what I want in a chat
         * @description Whoever is signed in may, of their own, for any chat. At most 500 chats; one more is 409 `too-many-translated-chats`.
         */
        put: operations["chooseTranslationsOfChat"];
        post?: never;
        /**
         * As in general again
         * @description Whoever is signed in may, of their own. A repeat changes nothing.
         */
        delete: operations["unchooseTranslationsOfChat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of a chat in another language
         * @description Members may; for others it is 404 `chat-not-found`. Deleted messages and those there are not are left out, and so is what takes longer
         *     than the answer may, some two seconds: that goes on, and asking again finds it. What is translated is kept until the message
         *     is edited or deleted.
         */
        get: operations["readTranslations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/glossary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The words of a chat
         * @description Members may; for others it is 404 `chat-not-found`.
         */
        get: operations["readGlossary"];
        put?: never;
        /**
         * Have a word translated in a way of the chat's own
         * @description Owners and admins may, and both people of a private chat; other members get 403, and others 404 `chat-not-found`. A word is found whole, whatever its
         *     case, and for each language once: 409 `glossary-term-exists`. At most 500 words: 409 `too-many-glossary-terms`. The chat's
         *     translations are dropped, and made again when somebody asks.
         */
        post: operations["addTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatId}/glossary/{termId}": {
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
         * Take a word away
         * @description As to add one. 404 when it is not there. The chat's translations are dropped.
         */
        delete: operations["removeTerm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TranslateRequest: {
            text: string;
            /** @description The language it is wanted in */
            target?: string | null;
            /** @description The language it is in; without it that is found out */
            source?: string | null;
        };
        BatchRequest: {
            texts: string[];
            /** @description The language all of it is wanted in */
            target: string;
            /** @description The language all of it is in; without it that is found out, of each */
            source?: string | null;
        };
        /** @description What is null is left out. */
        TranslationView: {
            /**
             * @description What the language it is in is called, in the caller's; empty when it is not known
             * @example Spanish
             */
            sourceLanguage: string;
            /** @description The text as it was when it is not translated */
            translatedText: string;
            translated: boolean;
            /** @description The language it is in; missing when it is not known */
            source?: string;
            /** @description The language it was wanted in */
            target: string;
            /**
             * @description What translated it; missing when nothing has
             * @example apertium
             */
            engine?: string;
            /**
             * @description Why it is not translated; missing when it is
             * @enum {string}
             */
            reason?: "same-language" | "no-words" | "unsure" | "no-engine" | "too-long" | "engines-failed";
        };
        BatchView: {
            translations: components["schemas"]["TranslationView"][];
        };
        LanguagesView: {
            /** @description By their names */
            languages: components["schemas"]["NamedLanguage"][];
            /** @description Empty when no engine is installed */
            pairs: components["schemas"]["Pair"][];
            /** @description Those that are configured, in the order in which they are asked */
            engines: components["schemas"]["Engine"][];
        };
        NamedLanguage: {
            /** @example es */
            language: string;
            /**
             * @description In the caller's language
             * @example Spanish
             */
            name: string;
        };
        Pair: {
            source: string;
            target: string;
            /** @description What translates it first */
            engine: string;
        };
        Engine: {
            name: string;
            /** @description Whether it translates anything now */
            available: boolean;
        };
        PreferencesView: {
            /** @description The language the caller reads; null when they have not said */
            language?: string | null;
            /** @description Whether they want translations wherever they have not said otherwise */
            everything: boolean;
            /** @description By the id of a chat, what they have said for it */
            chats: {
                [key: string]: boolean;
            };
        };
        PreferencesRequest: {
            language?: string | null;
            everything: boolean;
        };
        ChoiceRequest: {
            translate: boolean;
        };
        MessageTranslationsView: {
            /** @description By the message */
            translations: components["schemas"]["MessageTranslationView"][];
        };
        /** @description `text` and `engine`, or `reason`. What is null is left out. */
        MessageTranslationView: {
            /**
             * Format: int64
             * @description The message's place in the log
             */
            message: number;
            /**
             * Format: int32
             * @description Which text of the message it is of; one more with each edit
             */
            version: number;
            /** @description The language it was asked for in */
            language: string;
            /** @description The language it is in; missing when it is not known */
            sourceLanguage?: string;
            text?: string;
            /** @example apertium */
            engine?: string;
            /** @enum {string} */
            reason?: "same-language" | "no-words" | "unsure" | "no-engine" | "too-long" | "engines-failed";
        };
        GlossaryView: {
            /** @description By the word, those for all languages first */
            terms: components["schemas"]["TermView"][];
        };
        AddTermRequest: {
            /** @description 1 to 64 characters, a letter or a digit among them */
            word: string;
            /** @description The language it is for; all without one */
            language?: string | null;
            /** @description What it becomes, 1 to 128 characters; without it the word stays as it is */
            translation?: string | null;
        };
        /** @description What is null is left out. */
        TermView: {
            /** Format: uuid */
            termId: string;
            word: string;
            /** @description The language it is for; missing for all */
            language?: string;
            /** @description What it becomes; missing when it stays as it is */
            translation?: string;
            /**
             * Format: uuid
             * @description Who added it
             */
            by: string;
            /** Format: date-time */
            at: string;
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
        /** @description The translation, alone in a list */
        Translation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TranslationView"][];
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
        /** @description What the caller reads (RFC 9110, section 12.5.4) */
        acceptLanguage: string;
        chatId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    translateByGet: {
        parameters: {
            query: {
                /** @description 1 to 2,000 characters */
                text: string;
                /** @description The language it is wanted in */
                target?: string;
                /** @description The language it is in; without it that is found out */
                source?: string;
            };
            header?: {
                /** @description What the caller reads (RFC 9110, section 12.5.4) */
                "Accept-Language"?: components["parameters"]["acceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Translation"];
            default: components["responses"]["Problem"];
        };
    };
    translate: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the caller reads (RFC 9110, section 12.5.4) */
                "Accept-Language"?: components["parameters"]["acceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranslateRequest"];
            };
        };
        responses: {
            200: components["responses"]["Translation"];
            default: components["responses"]["Problem"];
        };
    };
    translateBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the caller reads (RFC 9110, section 12.5.4) */
                "Accept-Language"?: components["parameters"]["acceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            /** @description One for each text, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLanguages: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the caller reads (RFC 9110, section 12.5.4) */
                "Accept-Language"?: components["parameters"]["acceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Languages, directions and engines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguagesView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readTranslationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setTranslationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesRequest"];
            };
        };
        responses: {
            /** @description The preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseTranslationsOfChat: {
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
                "application/json": components["schemas"]["ChoiceRequest"];
            };
        };
        responses: {
            /** @description It is so */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    unchooseTranslationsOfChat: {
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
            /** @description It is so */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readTranslations: {
        parameters: {
            query: {
                /** @description The messages, 1 to 100, separated by commas */
                seqs: string;
                /** @description The language they are wanted in */
                language: string;
            };
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTranslationsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readGlossary: {
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
                    "application/json": components["schemas"]["GlossaryView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addTerm: {
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
                "application/json": components["schemas"]["AddTermRequest"];
            };
        };
        responses: {
            /** @description The word */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chatId: components["parameters"]["chatId"];
                termId: string;
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
}
