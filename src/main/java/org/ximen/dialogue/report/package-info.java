/** Something is wrong somewhere: from the first word to the receipt. */
@NullMarked
package org.ximen.dialogue.report;

import org.jspecify.annotations.NullMarked;
