/** The user service: who people are to each other, how they are found, and how they like things to be. */
@NullMarked
package org.tertulia.user;

import org.jspecify.annotations.NullMarked;
