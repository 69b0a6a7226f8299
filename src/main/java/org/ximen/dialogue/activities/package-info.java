/** Activities: what there is, signing up for seats, waiting, cancelling. */
@NullMarked
package org.ximen.dialogue.activities;

import org.jspecify.annotations.NullMarked;
