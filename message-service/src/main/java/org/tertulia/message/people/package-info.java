/** Names of people: this service's own replica of the user service's events. */
@NullMarked
package org.tertulia.message.people;

import org.jspecify.annotations.NullMarked;
