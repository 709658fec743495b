/** What a person can ask for, one class per command. Exit codes are in {@code ExitCodes}. */
@NullMarked
package org.tertulia.local.command;

import org.jspecify.annotations.NullMarked;
