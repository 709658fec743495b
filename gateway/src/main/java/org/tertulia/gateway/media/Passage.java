package org.tertulia.gateway.media;

/** How bodies pass on a route. */
public enum Passage {
    /** A request is small and taken in whole before a service is asked; its answer comes soon. */
    WHOLE,

    /** A request is a file, or some of one, and goes on to the service while it still comes. */
    UPLOAD,

    /** The answer is a file. */
    DOWNLOAD
}
