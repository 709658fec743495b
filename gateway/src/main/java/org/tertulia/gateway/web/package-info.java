/**
 * The web app: its files and its page, which answers every address that belongs to the app.
 */
@NullMarked
package org.tertulia.gateway.web;

import org.jspecify.annotations.NullMarked;
