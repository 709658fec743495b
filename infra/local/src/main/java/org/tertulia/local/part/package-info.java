/**
 * The parts a suite is made of, one class per kind: how each is prepared, which command starts it,
 * how to see that it answers and how to stop it. Nothing here runs or watches a process; the
 * supervision package does.
 */
@NullMarked
package org.tertulia.local.part;

import org.jspecify.annotations.NullMarked;
