@NullMarked
package org.ximen.programme;

import org.jspecify.annotations.NullMarked;
