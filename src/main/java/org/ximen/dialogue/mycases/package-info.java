/** One's own cases: how they stand, more about them, urging, withdrawing, judging. */
@NullMarked
package org.ximen.dialogue.mycases;

import org.jspecify.annotations.NullMarked;
