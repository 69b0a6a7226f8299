@NullMarked
package org.ximen.handoff;

import org.jspecify.annotations.NullMarked;
