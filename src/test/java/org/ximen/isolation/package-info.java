@NullMarked
package org.ximen.isolation;

import org.jspecify.annotations.NullMarked;
