/**
 * Messages still to be sent: durable, in order per chat, in two lanes, failures told apart. {@link
 * org.ximen.outbox.Outbox#drain} sends what is due.
 */
@NullMarked
package org.ximen.outbox;

import org.jspecify.annotations.NullMarked;
