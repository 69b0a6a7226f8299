@NullMarked
package org.ximen.knowledge;

import org.jspecify.annotations.NullMarked;
