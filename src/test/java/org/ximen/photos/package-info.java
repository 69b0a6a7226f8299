@NullMarked
package org.ximen.photos;

import org.jspecify.annotations.NullMarked;
