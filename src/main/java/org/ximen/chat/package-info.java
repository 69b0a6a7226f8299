/** The channel-neutral words: what comes in, what goes out, and the port {@link Channel}. */
@NullMarked
package org.ximen.chat;

import org.jspecify.annotations.NullMarked;
