package org.tertulia.gateway.media;

/** The paths of files, as patterns; routes, limits and headers have rules of their own for them. */
public final class MediaPaths {

    /** Uploads by tus 1.0. */
    public static final String UPLOADS = "/api/v1/media/uploads/**";

    /** The bytes of a file or of a preview of it, by token or by signed address. */
    public static final String CONTENT = "/api/v1/media/*/content/*";

    /** All else of media. */
    public static final String REST = "/api/v1/media/**";

    private MediaPaths() {}
}
