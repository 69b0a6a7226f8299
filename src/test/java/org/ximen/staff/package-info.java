@NullMarked
package org.ximen.staff;

import org.jspecify.annotations.NullMarked;
