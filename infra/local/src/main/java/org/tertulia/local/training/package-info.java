/**
 * Start-up caches (JEP 483, 514 and 515): what a JVM loads and links while a part starts is recorded
 * once in a rehearsal, and later starts take it from a file. Rehearsals run one at a time with the
 * lowest priority, after the suite is ready, and only for parts whose jar has changed.
 */
@NullMarked
package org.tertulia.local.training;

import org.jspecify.annotations.NullMarked;
