@NullMarked
package org.ximen.console;

import org.jspecify.annotations.NullMarked;
