/**
 * Files that come with messages: what people may attach, what of it messages keep, and a replica of the media service's
 * events, which both are checked against and described by.
 *
 * <p>The check is made where messages are appended, by {@code describe_files} of the database: it costs nothing where
 * nothing is attached, and no message is overtaken by another one because of it. {@link
 * org.tertulia.message.attachments.Attachments} does what is left: it looks at what a client asks for, and waits for files
 * that the replica has not heard of.
 */
@NullMarked
package org.tertulia.message.attachments;

import org.jspecify.annotations.NullMarked;
