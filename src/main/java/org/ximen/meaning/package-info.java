/** The meaning of a text as a vector: the port {@link Embedder} and vector arithmetic. */
@NullMarked
package org.ximen.meaning;

import org.jspecify.annotations.NullMarked;
