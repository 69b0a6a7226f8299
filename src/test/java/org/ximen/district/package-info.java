@NullMarked
package org.ximen.district;

import org.jspecify.annotations.NullMarked;
