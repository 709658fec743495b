/**
 * Who people are and how they prove it: accounts, passwords, sessions, refresh tokens, and the keys
 * that sign the access tokens every other service checks.
 *
 * <p>Features build on each other in one direction: registration and login use tokens and passwords;
 * those use sessions; sessions use accounts; tokens use keys. Every event about a person is appended
 * under the lock of that person's account row, which is what keeps the events of one person in order.
 */
@NullMarked
package org.tertulia.auth;

import org.jspecify.annotations.NullMarked;
