/** The Chinese work calendar: holidays, exchanged working days, office hours, time limits. */
@NullMarked
package org.ximen.workdays;

import org.jspecify.annotations.NullMarked;
