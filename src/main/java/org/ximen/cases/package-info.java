/** Grid cases: what a report is about, the table of moves, time limits, history, duplicates. */
@NullMarked
package org.ximen.cases;

import org.jspecify.annotations.NullMarked;
