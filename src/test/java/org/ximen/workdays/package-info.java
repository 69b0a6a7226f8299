@NullMarked
package org.ximen.workdays;

import org.jspecify.annotations.NullMarked;
