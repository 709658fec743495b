// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People by their ids, or by a search
         * @description Send either `ids` or `query`. There is no list of everybody.
         */
        get: operations["findUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My profile
         * @description It is there as soon as the account is.
         */
        get: operations["readMe"];
        /**
         * Change my profile
         * @description Saying the same again is no change, and makes no version.
         */
        put: operations["changeMe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set my picture
         * @description From then on everybody who is signed in may see this file. The same again is no change, and makes no version. 503 while the media
         *     service can not be asked.
         */
        put: operations["choosePicture"];
        post?: never;
        /** Have no picture */
        delete: operations["removePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My preferences */
        get: operations["readPreferences"];
        /** Replace my preferences */
        put: operations["replacePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's profile */
        get: operations["readUser"];
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
        UserView: {
            /** Format: uuid */
            id: string;
            handle: string;
            displayName: string;
            /** @description Empty when not set */
            bio: string;
            /**
             * Format: uuid
             * @description The person's picture, in the media service; absent when there is none
             */
            pictureId?: string;
            /** Format: date-time */
            createdAt: string;
        };
        UserPage: {
            items: components["schemas"]["UserView"][];
            /** @description `cursor` of the next page; null on the last one */
            next?: string | null;
        };
        ChangeProfileRequest: {
            /** @description One line of 1 to 80 graphemes without control characters */
            displayName: string;
            /** @description At most 500 graphemes; absent is empty */
            bio?: string | null;
        };
        PictureRequest: {
            /**
             * Format: uuid
             * @description A picture of yours, uploaded and looked into (`ready` in the media service). What is not one is refused with 422 `unusable-picture`;
             *     while it is still looked into, 409 `picture-processing` with `Retry-After`.
             */
            mediaId: string;
        };
        /** @enum {string} */
        Language: "es" | "en";
        /** @enum {string} */
        Theme: "system" | "light" | "dark";
        Preferences: {
            /** @description Null leaves it to the device */
            language?: components["schemas"]["Language"] | null;
            theme: components["schemas"]["Theme"];
        };
        PreferencesRequest: {
            /** @description Null or absent leaves it to the device */
            language?: components["schemas"]["Language"] | null;
            theme: components["schemas"]["Theme"];
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
        /** @description The person */
        User: {
            headers: {
                /** @description The version of the profile in quotes */
                ETag?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserView"];
            };
        };
        /** @description The preferences */
        Preferences: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Preferences"];
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
        /** @description The entity tag the change was made for; another one is answered with 412 */
        ifMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    findUsers: {
        parameters: {
            query?: {
                /** @description At most 100 ids with commas between them. Those who exist come in this order, all on one page. */
                ids?: string;
                /**
                 * @description Handle or name, 1 to 80 characters; accents and case do not matter, an `@` before a handle is fine. First those whose handle begins
                 *     with it, then those whose name does, then, from two characters on, those who have it in their name or are similar.
                 */
                query?: string;
                /** @description Items of a page of a search */
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
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Problem"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProfileRequest"];
            };
        };
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Problem"];
        };
    };
    choosePicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureRequest"];
            };
        };
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Problem"];
        };
    };
    removePicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag the change was made for; another one is answered with 412 */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Problem"];
        };
    };
    readPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preferences"];
            default: components["responses"]["Problem"];
        };
    };
    replacePreferences: {
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
            200: components["responses"]["Preferences"];
            default: components["responses"]["Problem"];
        };
    };
    readUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Problem"];
        };
    };
}
