/**
 * The meaning of a text, as a whole and token by token: the port {@link Embedder} and arithmetic.
 */
@NullMarked
package org.ximen.meaning;

import org.jspecify.annotations.NullMarked;
