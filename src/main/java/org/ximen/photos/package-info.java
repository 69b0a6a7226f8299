/**
 * The one gateway for pictures from outside: checked, re-encoded, stored, shown to whom it may be.
 */
@NullMarked
package org.ximen.photos;

import org.jspecify.annotations.NullMarked;
