@NullMarked
package org.ximen.inbox;

import org.jspecify.annotations.NullMarked;
