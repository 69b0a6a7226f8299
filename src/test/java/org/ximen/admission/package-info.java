@NullMarked
package org.ximen.admission;

import org.jspecify.annotations.NullMarked;
