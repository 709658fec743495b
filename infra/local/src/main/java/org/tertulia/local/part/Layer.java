package org.tertulia.local.part;

/** The order of stopping: the last of these first, each layer only after the one above has ended. */
public enum Layer {
    DATABASE,
    BACKBONE,
    SERVICE,
    EDGE
}
