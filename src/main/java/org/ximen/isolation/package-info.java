/** Keeps one that fails from stopping the others. */
@NullMarked
package org.ximen.isolation;

import org.jspecify.annotations.NullMarked;
