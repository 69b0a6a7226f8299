@NullMarked
package org.ximen.staffapi;

import org.jspecify.annotations.NullMarked;
