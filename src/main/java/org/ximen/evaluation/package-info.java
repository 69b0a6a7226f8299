/** The {@code evaluate} commands: measure the product on labelled files, without any server. */
@NullMarked
package org.ximen.evaluation;

import org.jspecify.annotations.NullMarked;
