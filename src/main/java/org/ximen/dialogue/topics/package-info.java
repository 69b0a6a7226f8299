/** What somebody thinks of the effect of a topic (一类事) that is over. */
@NullMarked
package org.ximen.dialogue.topics;

import org.jspecify.annotations.NullMarked;
