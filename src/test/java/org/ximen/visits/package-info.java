@NullMarked
package org.ximen.visits;

import org.jspecify.annotations.NullMarked;
