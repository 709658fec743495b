package org.tertulia.message.webpages;

import org.jspecify.annotations.Nullable;

/** What a web server answers. */
sealed interface PageAnswer {

    /**
     * The page is elsewhere.
     *
     * @param location where, as the server wrote it
     */
    record Moved(String location) implements PageAnswer {}

    /** The page, or as much of it as there is room for. */
    final class Body implements PageAnswer {

        private final @Nullable String contentType;
        private final boolean packed;
        private final byte[] bytes;

        /**
         * @param packed whether the bytes are gzip
         */
        Body(@Nullable String contentType, boolean packed, byte[] bytes) {
            this.contentType = contentType;
            this.packed = packed;
            this.bytes = bytes;
        }

        @Nullable String contentType() {
            return contentType;
        }

        boolean packed() {
            return packed;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
