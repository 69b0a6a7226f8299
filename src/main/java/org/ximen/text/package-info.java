/** Chinese text made comparable, and personal data in it masked. */
@NullMarked
package org.ximen.text;

import org.jspecify.annotations.NullMarked;
