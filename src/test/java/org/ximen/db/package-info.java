@NullMarked
package org.ximen.db;

import org.jspecify.annotations.NullMarked;
