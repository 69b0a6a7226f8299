/** Measurements: {@code mvn -Pbench verify}. Nothing here asserts a time. */
@NullMarked
package org.ximen.bench;

import org.jspecify.annotations.NullMarked;
