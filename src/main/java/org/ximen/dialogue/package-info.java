/**
 * The conversation. {@link org.ximen.dialogue.Dialogue#answer} is the one verb: a message is
 * understood as one or more intents, each is answered by one feature, and the outcome is put into
 * words.
 */
@NullMarked
package org.ximen.dialogue;

import org.jspecify.annotations.NullMarked;
