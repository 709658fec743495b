// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.

export interface paths {
    "/api/v1/media/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be uploaded */
        get: operations["readLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an upload
         * @description The room for all of the file is taken now, so that no upload ends for want of it. With a body of the type `application/offset+octet-stream`
         *     these are the first bytes. The upload's id is the id of the file that it becomes with its last byte.
         */
        post: operations["beginUpload"];
        delete?: never;
        /** What of tus is spoken here */
        options: operations["readTusCapabilities"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header: {
                /** @description The version of tus that the client speaks */
                "Tus-Resumable": components["parameters"]["TusResumable"];
            };
            path: {
                /** @description The id of the file that the upload becomes */
                uploadId: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give an upload up */
        delete: operations["endUpload"];
        options?: never;
        /**
         * How far an upload is
         * @description Of the caller only; others' are not found.
         */
        head: operations["findUpload"];
        /**
         * Send more bytes
         * @description The body is `application/offset+octet-stream`. When the connection breaks, what came of it is kept, unless it has a checksum. Of two clients that send at the
         *     same time one is told to wait (423).
         */
        patch: operations["appendToUpload"];
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Several files by their ids */
        get: operations["readFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: components["parameters"]["MediaId"];
            };
            cookie?: never;
        };
        /** What is known of a file */
        get: operations["readFile"];
        put?: never;
        post?: never;
        /**
         * Delete a file that was not sent
         * @description Its owner only (403 for others who may read it). While a message has the file, or it is a picture, it is answered with 409 `media-attached`: it goes when the message is deleted, or the
         *     picture is one no more.
         */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/chats/{chatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A chat's files by page
         * @description For its members: 404 for strangers, 403 `media-withdrawn` for who was removed. The newest message first, and within a message in the order in which they were uploaded. New
         *     messages do not move what comes on later pages.
         */
        get: operations["readFilesOfChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{mediaId}/content/{variant}": {
        parameters: {
            query?: {
                /** @description Whom the address was made for */
                person?: string;
                /** @description Until when the address is good, in seconds since 1970 */
                expires?: string;
                /** @description What proves it; then no token is needed, and one that comes is not looked at */
                signature?: string;
                /** @description `1` to have it saved instead of shown; not signed, to be added to any address */
                download?: string;
            };
            header?: {
                /** @description The entity tags that the client has */
                "If-None-Match"?: string;
            };
            path: {
                mediaId: components["parameters"]["MediaId"];
                /** @description The file itself, or one of its previews */
                variant: "original" | "small" | "medium" | "large" | "poster";
            };
            cookie?: never;
        };
        /**
         * The bytes of a file
         * @description With a token, or at a signed address: 403 `address-invalid` for one that was not made here as it is, 403 `address-expired` when its time is over, 403 `media-withdrawn`
         *     for somebody who was removed since. A file that was refused is answered with 410 `media-refused`, one that is still being looked into with 409 `media-processing`, but for
         *     its owner.
         *
         *     Whatever the file is, a browser that opens it runs nothing of it: what is not known to be harmless comes as `application/octet-stream`, to be saved.
         */
        get: operations["readContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** The headers of a file's bytes */
        head: operations["describeContent"];
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LimitsView: {
            /**
             * Format: int64
             * @description Of one file
             */
            maxBytes: number;
            /**
             * Format: int64
             * @description Of one picture
             */
            maxPixels: number;
            /**
             * Format: int64
             * @description Of one film or sound
             */
            maxDurationMs: number;
            /**
             * Format: int64
             * @description Of all files of the caller, unfinished uploads included
             */
            quotaBytes: number;
            /** Format: int64 */
            usedBytes: number;
            /**
             * Format: int32
             * @description Uploads of the caller that may be unfinished
             */
            maxOpenUploads: number;
            /** Format: int32 */
            openUploads: number;
        };
        /** @enum {string} */
        MediaKind: "image" | "video" | "audio" | "file";
        /**
         * @description `processing`: it is about to be looked into; `ready`: it has the previews that it will ever have; `no-preview`: there is nothing to show of it but itself; `refused`: nobody gets it, since it
         *     would harm who opens it or tell more than its sender meant to.
         * @enum {string}
         */
        MediaState: "processing" | "ready" | "no-preview" | "refused";
        PreviewView: {
            /**
             * @description At most 320, 960 or 1920 pixels, or a picture out of a film; never `original`
             * @enum {string}
             */
            size: "original" | "small" | "medium" | "large" | "poster";
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            contentType: string;
            /** Format: int64 */
            bytes: number;
            /** @description A path with a signed query */
            address: string;
        };
        /** @description What is not known is left out. */
        MediaView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ownerId: string;
            kind: components["schemas"]["MediaKind"];
            state: components["schemas"]["MediaState"];
            /** @description For people; without folders and invisible characters */
            name: string;
            /** @description By its content, never by its name */
            contentType: string;
            /** Format: int64 */
            bytes: number;
            /**
             * Format: int32
             * @description In pixels, upright
             */
            width?: number;
            /**
             * Format: int32
             * @description In pixels, upright
             */
            height?: number;
            /**
             * Format: int64
             * @description How long it lasts
             */
            durationMs?: number;
            /** @description A colour, `#rrggbb`, to show until it is there */
            placeholder?: string;
            /** @description How loud it is from beginning to end, each 0 to 100 */
            waveform?: number[];
            /** @description The smallest first */
            previews: components["schemas"]["PreviewView"][];
            /** @description Of the file itself, a path with a signed query; absent when it was refused, and for others than its owner while it is looked into */
            address?: string;
            /**
             * Format: date-time
             * @description Until when all addresses are good. Whoever asks again before long gets the same ones, so that the browser's cache is used.
             */
            addressesExpireAt: string;
            /** Format: date-time */
            createdAt: string;
        };
        MediaListView: {
            items: components["schemas"]["MediaView"][];
        };
        ChatMediaView: {
            /** Format: uuid */
            chatId: string;
            /**
             * Format: int64
             * @description The message that has it
             */
            seq: number;
            media: components["schemas"]["MediaView"];
        };
        ChatMediaPage: {
            items: components["schemas"]["ChatMediaView"][];
            /** @description `cursor` of the next page; null on the last one */
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
        /** @description All of the bytes */
        Content: {
            headers: {
                ETag: components["headers"]["ETag"];
                /** @description Always `bytes` */
                "Accept-Ranges"?: string;
                /** @description Always `private, no-cache`: a browser keeps the bytes, and asks each time whether it may still show them */
                "Cache-Control"?: string;
                /** @description Whether it may be shown where it stands, and what it is called */
                "Content-Disposition"?: string;
                /** @description Always a sandbox in which nothing is run or loaded */
                "Content-Security-Policy"?: string;
                [name: string]: unknown;
            };
            content: {
                "*/*": string;
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
        MediaId: string;
        /** @description The id of the file that the upload becomes */
        UploadId: string;
        /** @description The version of tus that the client speaks */
        TusResumable: "1.0.0";
        /** @description An algorithm and, after a space, the base64 of the checksum of this request's bytes; when it does not fit, none of them are kept */
        UploadChecksum: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of tus that is spoken here */
        TusVersion: string;
        /** @description The most bytes of a file */
        TusMaxSize: number;
        /** @description Where the upload is; what is before it is in the store */
        UploadOffset: number;
        /** @description When the upload is given up, unless it goes on before */
        UploadExpires: string;
        /** @description Strong; other bytes have another */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits, and what the caller has used of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of tus that the client speaks */
                "Tus-Resumable": components["parameters"]["TusResumable"];
                /** @description Bytes of the whole file */
                "Upload-Length": number;
                /**
                 * @description `filename` (the name for people) and `keepOriginal` (nothing is taken out of the file, such as where a picture was taken), with base64 values. What type the
                 *     client says the file is of is not read: its content decides.
                 */
                "Upload-Metadata"?: string;
                /** @description An algorithm and, after a space, the base64 of the checksum of this request's bytes; when it does not fit, none of them are kept */
                "Upload-Checksum"?: components["parameters"]["UploadChecksum"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description The upload is begun */
            201: {
                headers: {
                    /** @description Where it goes on */
                    Location?: string;
                    "Upload-Offset": components["headers"]["UploadOffset"];
                    "Upload-Expires": components["headers"]["UploadExpires"];
                    "Tus-Resumable": components["headers"]["TusVersion"];
                    "Tus-Max-Size": components["headers"]["TusMaxSize"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readTusCapabilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Told in headers */
            204: {
                headers: {
                    "Tus-Version": components["headers"]["TusVersion"];
                    /** @description The extensions, with commas between them */
                    "Tus-Extension"?: string;
                    /** @description The algorithms of `Upload-Checksum`, with commas between them */
                    "Tus-Checksum-Algorithm"?: string;
                    "Tus-Max-Size": components["headers"]["TusMaxSize"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of tus that the client speaks */
                "Tus-Resumable": components["parameters"]["TusResumable"];
            };
            path: {
                /** @description The id of the file that the upload becomes */
                uploadId: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with what came of it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    findUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of tus that the client speaks */
                "Tus-Resumable": components["parameters"]["TusResumable"];
            };
            path: {
                /** @description The id of the file that the upload becomes */
                uploadId: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Told in headers */
            200: {
                headers: {
                    "Upload-Offset": components["headers"]["UploadOffset"];
                    /** @description Bytes of the whole file */
                    "Upload-Length"?: number;
                    /** @description As it was understood */
                    "Upload-Metadata"?: string;
                    "Upload-Expires": components["headers"]["UploadExpires"];
                    "Tus-Resumable": components["headers"]["TusVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    appendToUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of tus that the client speaks */
                "Tus-Resumable": components["parameters"]["TusResumable"];
                /** @description Where these bytes belong, which must be where the upload is */
                "Upload-Offset": number;
                /** @description An algorithm and, after a space, the base64 of the checksum of this request's bytes; when it does not fit, none of them are kept */
                "Upload-Checksum"?: components["parameters"]["UploadChecksum"];
            };
            path: {
                /** @description The id of the file that the upload becomes */
                uploadId: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description They are in the store */
            204: {
                headers: {
                    "Upload-Offset": components["headers"]["UploadOffset"];
                    "Upload-Expires": components["headers"]["UploadExpires"];
                    "Tus-Resumable": components["headers"]["TusVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readFiles: {
        parameters: {
            query: {
                /** @description At most 100 ids with commas between them */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the caller may read, in the order asked for; nothing is said of the others */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaListView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: components["parameters"]["MediaId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: components["parameters"]["MediaId"];
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
    readFilesOfChat: {
        parameters: {
            query?: {
                /** @description Only files of these kinds; all when there is none */
                kind?: ("image" | "video" | "audio" | "file")[];
                /** @description Items of a page */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                chatId: string;
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
                    "application/json": components["schemas"]["ChatMediaPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readContent: {
        parameters: {
            query?: {
                /** @description Whom the address was made for */
                person?: string;
                /** @description Until when the address is good, in seconds since 1970 */
                expires?: string;
                /** @description What proves it; then no token is needed, and one that comes is not looked at */
                signature?: string;
                /** @description `1` to have it saved instead of shown; not signed, to be added to any address */
                download?: string;
            };
            header?: {
                /** @description The entity tags that the client has */
                "If-None-Match"?: string;
                /** @description One stretch of bytes; several at once are answered with all */
                Range?: string;
                /** @description The entity tag that the client has the rest of; with another one all is sent */
                "If-Range"?: string;
            };
            path: {
                mediaId: components["parameters"]["MediaId"];
                /** @description The file itself, or one of its previews */
                variant: "original" | "small" | "medium" | "large" | "poster";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Content"];
            /** @description The stretch of bytes that was asked for */
            206: {
                headers: {
                    /** @description Which it is, and how many there are in all */
                    "Content-Range"?: string;
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The client has them */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    describeContent: {
        parameters: {
            query?: {
                /** @description Whom the address was made for */
                person?: string;
                /** @description Until when the address is good, in seconds since 1970 */
                expires?: string;
                /** @description What proves it; then no token is needed, and one that comes is not looked at */
                signature?: string;
                /** @description `1` to have it saved instead of shown; not signed, to be added to any address */
                download?: string;
            };
            header?: {
                /** @description The entity tags that the client has */
                "If-None-Match"?: string;
            };
            path: {
                mediaId: components["parameters"]["MediaId"];
                /** @description The file itself, or one of its previews */
                variant: "original" | "small" | "medium" | "large" | "poster";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Content"];
            /** @description The client has the bytes */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
}
