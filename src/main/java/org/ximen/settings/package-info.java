/** Reads, checks and watches the files of {@code config/}. */
@NullMarked
package org.ximen.settings;

import org.jspecify.annotations.NullMarked;
