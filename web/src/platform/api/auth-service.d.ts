// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register and log in
         * @description May be called by anybody. The handle is compared in Unicode NFKC and lower case, the email address in lower
         *     case; of several that ask for one at the same time, one gets it.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description May be called by anybody. Opens a session. A login that does not exist takes as long and is answered like one
         *     whose password is wrong. After ten wrong passwords within 15 minutes a login is refused without a look until
         *     they are over, whether it exists or not.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description May be called by whoever holds the refresh token; no access token is needed, and none should be sent. The answer
         *     carries the next refresh token where this one came from. A token in the body is preferred to the cookie.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out
         * @description May be called by the person. Revokes the session of the access token, clears the cookie, and announces it, so
         *     that the session's connections are closed.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My account
         * @description May be called by the person, who is the only one to see the email address.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description May be called by the person who knows the current password. Revokes their other sessions. Wrong current passwords
         *     count like wrong logins.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My sessions
         * @description May be called by the person. Last used first; there are never more than a hundred, so there is one page.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Revoke my other sessions
         * @description May be called by the person. The session of the access token stays.
         */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
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
         * Revoke one of my sessions
         * @description May be called by the person; other people's sessions do not exist for them.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public keys of access tokens
         * @description May be called by anybody. A key is listed an hour before it signs, and until the last token it signed has
         *     expired. May be kept for as long as `Cache-Control` says.
         */
        get: operations["getKeys"];
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
        RegisterRequest: {
            /** @description `[a-z0-9][a-z0-9._-]{1,29}` once it is in NFKC and lower case. Never changes. */
            handle: string;
            /** @description 1 to 80 graphemes, no control characters; kept in NFC. */
            displayName: string;
            /** Format: email */
            email: string;
            /**
             * Format: password
             * @description 8 to 256 characters of any kind, but not one of the passwords that are guessed first.
             */
            password: string;
            /** @enum {string|null} */
            language?: "es" | "en" | null;
            /** @description Up to 80 graphemes; by default made from `User-Agent`. */
            deviceName?: string | null;
            refreshTokenIn?: components["schemas"]["RefreshTokenIn"];
        };
        LoginRequest: {
            /** @description Handle or email address. */
            login: string;
            /** Format: password */
            password: string;
            /** @description Up to 80 graphemes; by default made from `User-Agent`. */
            deviceName?: string | null;
            refreshTokenIn?: components["schemas"]["RefreshTokenIn"];
        };
        /**
         * @default body
         * @enum {string|null}
         */
        RefreshTokenIn: "body" | "cookie" | null;
        RefreshRequest: {
            /** @description 43 characters of base64url; absent when it comes in the cookie. */
            refreshToken?: string | null;
        };
        ChangePasswordRequest: {
            /** Format: password */
            currentPassword: string;
            /** Format: password */
            newPassword: string;
        };
        TokenView: {
            accessToken: string;
            /** @constant */
            tokenType: "Bearer";
            /**
             * Format: int64
             * @description Seconds.
             */
            expiresIn: number;
            /** @description Absent when it travels in the cookie. */
            refreshToken?: string;
            user: components["schemas"]["Person"];
            /** Format: uuid */
            sessionId: string;
        };
        Person: {
            /** Format: uuid */
            id: string;
            handle: string;
            displayName: string;
        };
        AccountView: {
            /** Format: uuid */
            id: string;
            handle: string;
            /** @description As it was at registration; the user service has the current one. */
            displayName: string;
            /** Format: email */
            email: string;
            /** @enum {string|null} */
            language?: "es" | "en" | null;
            /** Format: date-time */
            createdAt: string;
        };
        SessionPage: {
            items: components["schemas"]["SessionView"][];
            next?: string | null;
        };
        SessionView: {
            /** Format: uuid */
            id: string;
            deviceName: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the session was last refreshed.
             */
            lastUsedAt: string;
            /** @description Network address it was last used from. */
            address?: string | null;
            /** @description Whether it is the session of the access token. */
            current: boolean;
        };
        KeySet: {
            keys: {
                kty: string;
                use: string;
                crv: string;
                alg: string;
                kid: string;
                x: string;
                y: string;
            }[];
        };
        /** @description RFC 9457. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            traceId?: string;
            errors?: {
                field: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description `validation-failed` or `malformed-request`. */
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:validation-failed",
                 *       "title": "The request is well formed, but a value in it is not allowed",
                 *       "status": 400,
                 *       "detail": "A value is not allowed.",
                 *       "errors": [
                 *         {
                 *           "field": "login",
                 *           "message": "must not be blank"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `malformed-request`: the body is no JSON. */
        MalformedRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:malformed-request",
                 *       "title": "The request can not be read",
                 *       "status": 400,
                 *       "detail": "The body can not be read."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: the access token is missing, not valid, or its session is over. */
        Unauthenticated: {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:unauthenticated",
                 *       "title": "A valid access token is needed",
                 *       "status": 401,
                 *       "detail": "The access token is missing or not valid."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `origin-not-allowed`: the cookie may be used by pages of the allowed origins only. */
        OriginNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:origin-not-allowed",
                 *       "title": "Origin not allowed",
                 *       "status": 403,
                 *       "detail": "The refresh cookie may be used by pages of the allowed origins only."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: the account does not exist any more. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:not-found",
                 *       "title": "There is nothing here",
                 *       "status": 404,
                 *       "detail": "The account does not exist any more."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `payload-too-large`: the body is over 64 KiB. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:payload-too-large",
                 *       "title": "The request body is too large",
                 *       "status": 413,
                 *       "detail": "The body is over its limit."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: the body is not declared to be JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:unsupported-media-type",
                 *       "title": "The media type of the body is not supported",
                 *       "status": 415
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate-limited`: more passwords wait to be hashed than the service takes on. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:rate-limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many people log in at this moment. Try again shortly."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-attempts`: too many wrong passwords. `rate-limited`: too many people log in at this moment. */
        TooManyAttempts: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:tertulia:problem:too-many-attempts",
                 *       "title": "Too many attempts",
                 *       "status": 429,
                 *       "detail": "Too many attempts with this login. Try again later."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description With `refreshTokenIn` `cookie` only, or when the cookie is cleared. */
        RefreshCookie: string;
        /** @description Whole seconds after which trying again makes sense. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle": "ana",
                 *       "displayName": "Ana García",
                 *       "email": "ana@example.org",
                 *       "password": "tres tristes tigres",
                 *       "language": "es",
                 *       "deviceName": "Ana's laptop",
                 *       "refreshTokenIn": "body"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            /** @description Registered and logged in. */
            201: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"];
                };
            };
            /** @description `validation-failed` names each value that is not allowed; `password-too-common`; `malformed-request`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["OriginNotAllowed"];
            /** @description `handle-taken` (also for reserved handles) or `email-taken`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "ana",
                 *       "password": "tres tristes tigres"
                 *     }
                 */
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description Logged in. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            /** @description `invalid-credentials`: the login or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:tertulia:problem:invalid-credentials",
                     *       "title": "Invalid credentials",
                     *       "status": 401,
                     *       "detail": "The login or the password is wrong.",
                     *       "instance": "/api/v1/auth/login"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["OriginNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyAttempts"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "w0pOoFq0W7nW3ZxJbqkJm0m9V1y2Qb8u5sH6tR4eN3I"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description New tokens of the same session. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            /**
             * @description `refresh-token-invalid`: missing, unknown, or its session is over. `refresh-token-reused`: it was used before;
             *     the session is now revoked. Log in again after either.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["OriginNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OriginNotAllowed"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199f3a0-5b1c-7c3e-9f00-3f4c1d2e5a61",
                     *       "handle": "ana",
                     *       "displayName": "Ana García",
                     *       "email": "ana@example.org",
                     *       "language": "es",
                     *       "createdAt": "2026-11-01T12:00:00.123456Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "tres tristes tigres",
                 *       "newPassword": "comen trigo en un trigal"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation-failed` (field `currentPassword` when it is wrong), `password-too-common`, `malformed-request`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:tertulia:problem:validation-failed",
                     *       "title": "The request is well formed, but a value in it is not allowed",
                     *       "status": 400,
                     *       "detail": "The current password is wrong.",
                     *       "instance": "/api/v1/auth/password",
                     *       "errors": [
                     *         {
                     *           "field": "currentPassword",
                     *           "message": "is wrong"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyAttempts"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199f3a0-5b1d-7000-8a11-5b6c7d8e9f00",
                     *           "deviceName": "Firefox on Linux",
                     *           "createdAt": "2026-11-01T12:00:00.123456Z",
                     *           "lastUsedAt": "2026-11-01T12:35:10.5Z",
                     *           "address": "192.0.2.7",
                     *           "current": true
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            401: components["responses"]["Unauthenticated"];
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked, if there were any. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0199f3a0-5b1d-7000-8a11-5b6c7d8e9f00 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthenticated"];
            /** @description `session-not-found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:tertulia:problem:session-not-found",
                     *       "title": "Session not found",
                     *       "status": 404,
                     *       "detail": "You have no session 0199f3a0-5b1d-7000-8a11-5b6c7d8e9f00.",
                     *       "instance": "/api/v1/auth/sessions/0199f3a0-5b1d-7000-8a11-5b6c7d8e9f00"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK set (RFC 7517). */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "EC",
                     *           "use": "sig",
                     *           "crv": "P-256",
                     *           "alg": "ES256",
                     *           "kid": "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U",
                     *           "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                     *           "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description `service-unavailable`: the keys could not be read yet. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:tertulia:problem:service-unavailable",
                     *       "title": "Temporarily not available",
                     *       "status": 503,
                     *       "detail": "Something this needs is away for the moment."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
