/**
 * Questions that the files do not answer well: judged by who asked, grouped by meaning, and closed
 * by an FAQ.
 */
@NullMarked
package org.ximen.gaps;

import org.jspecify.annotations.NullMarked;
