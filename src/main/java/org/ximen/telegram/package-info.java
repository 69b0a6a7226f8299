/** Telegram in and out: updates become {@code Incoming}, replies become messages. */
@NullMarked
package org.ximen.telegram;

import org.jspecify.annotations.NullMarked;
