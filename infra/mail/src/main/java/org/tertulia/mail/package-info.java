/**
 * A mail catcher for one machine: takes mails by SMTP and shows them on a page, and sends none on. Everything in it is
 * bounded, and nothing outlives it.
 */
@NullMarked
package org.tertulia.mail;

import org.jspecify.annotations.NullMarked;
