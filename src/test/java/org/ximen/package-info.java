@NullMarked
package org.ximen;

import org.jspecify.annotations.NullMarked;
