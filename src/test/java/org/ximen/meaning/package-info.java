@NullMarked
package org.ximen.meaning;

import org.jspecify.annotations.NullMarked;
