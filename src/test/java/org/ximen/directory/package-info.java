@NullMarked
package org.ximen.directory;

import org.jspecify.annotations.NullMarked;
