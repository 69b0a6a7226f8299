@NullMarked
package org.ximen.cases;

import org.jspecify.annotations.NullMarked;
