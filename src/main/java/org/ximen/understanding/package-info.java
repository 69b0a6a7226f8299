/**
 * What a message wants, in what danger, of what kind and where: {@link MessageReader} reads a text
 * in its {@link Situation} by models learnt from examples.
 */
@NullMarked
package org.ximen.understanding;

import org.jspecify.annotations.NullMarked;
