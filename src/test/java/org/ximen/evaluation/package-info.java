@NullMarked
package org.ximen.evaluation;

import org.jspecify.annotations.NullMarked;
