@NullMarked
package org.ximen.telegram;

import org.jspecify.annotations.NullMarked;
