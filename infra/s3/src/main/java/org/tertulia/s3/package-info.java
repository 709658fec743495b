/**
 * An S3 store for one machine: s3proxy, which keeps objects as files in a folder. Whoever wants one
 * gets its program and its settings here and runs it in a JVM of its own; s3proxy brings several
 * dozen libraries in versions that no other part of the suite uses, so it must never be on a class
 * path of ours.
 */
@NullMarked
package org.tertulia.s3;

import org.jspecify.annotations.NullMarked;
