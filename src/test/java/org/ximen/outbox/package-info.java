@NullMarked
package org.ximen.outbox;

import org.jspecify.annotations.NullMarked;
