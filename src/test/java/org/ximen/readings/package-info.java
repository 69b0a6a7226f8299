/** Tests of readings. */
@NullMarked
package org.ximen.readings;

import org.jspecify.annotations.NullMarked;
