/**
 * The conversation: reads a message in its situation, decides which skills answer, and keeps all
 * effects of a message together. Each skill is a folder of its own below.
 */
@NullMarked
package org.ximen.dialogue;

import org.jspecify.annotations.NullMarked;
