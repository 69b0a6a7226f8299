/** Chinese text made comparable, personal data in it masked; the two languages that we speak. */
@NullMarked
package org.ximen.text;

import org.jspecify.annotations.NullMarked;
