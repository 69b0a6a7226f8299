/** A server that plays Telegram: the Bot API with its limits and faults, and people with phones. */
@NullMarked
package org.ximen.played;

import org.jspecify.annotations.NullMarked;
