/** The staff's pages: what waits, cases, notices, articles, people, map, figures. */
@NullMarked
package org.ximen.console;

import org.jspecify.annotations.NullMarked;
