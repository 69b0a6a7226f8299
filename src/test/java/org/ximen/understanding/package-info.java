@NullMarked
package org.ximen.understanding;

import org.jspecify.annotations.NullMarked;
