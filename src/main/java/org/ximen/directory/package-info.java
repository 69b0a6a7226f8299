/** Places to go, who is there and when, as facts that can be asked. */
@NullMarked
package org.ximen.directory;

import org.jspecify.annotations.NullMarked;
