/** Servers that play Telegram and WeChat, with their limits and faults, and people with phones. */
@NullMarked
package org.ximen.played;

import org.jspecify.annotations.NullMarked;
