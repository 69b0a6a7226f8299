@NullMarked
package org.ximen.opinions;

import org.jspecify.annotations.NullMarked;
