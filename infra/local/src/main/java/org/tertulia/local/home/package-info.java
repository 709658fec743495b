/**
 * What a suite keeps on disk between and during its runs: the state folder, the secrets made for it,
 * the record of each started process and the lock that lets one launcher at a time own the folder.
 */
@NullMarked
package org.tertulia.local.home;

import org.jspecify.annotations.NullMarked;
