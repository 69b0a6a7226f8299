@NullMarked
package org.ximen.settings;

import org.jspecify.annotations.NullMarked;
