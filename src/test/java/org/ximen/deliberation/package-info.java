@NullMarked
package org.ximen.deliberation;

import org.jspecify.annotations.NullMarked;
