@NullMarked
package org.ximen.text;

import org.jspecify.annotations.NullMarked;
