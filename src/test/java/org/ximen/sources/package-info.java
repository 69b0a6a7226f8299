@NullMarked
package org.ximen.sources;

import org.jspecify.annotations.NullMarked;
