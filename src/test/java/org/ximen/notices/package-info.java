@NullMarked
package org.ximen.notices;

import org.jspecify.annotations.NullMarked;
