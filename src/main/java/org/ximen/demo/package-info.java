/** Fills an empty product with some weeks of a sample street, so that the first look is alive. */
@NullMarked
package org.ximen.demo;

import org.jspecify.annotations.NullMarked;
