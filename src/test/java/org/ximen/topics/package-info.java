@NullMarked
package org.ximen.topics;

import org.jspecify.annotations.NullMarked;
