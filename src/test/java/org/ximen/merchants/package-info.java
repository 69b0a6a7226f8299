@NullMarked
package org.ximen.merchants;

import org.jspecify.annotations.NullMarked;
