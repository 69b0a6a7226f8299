/** When a rule comes into force and when it lapses, read from its own words. */
@NullMarked
package org.ximen.validity;

import org.jspecify.annotations.NullMarked;
