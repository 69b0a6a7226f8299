/** Slips of the pen and pinyin: a text as it was probably meant. */
@NullMarked
package org.ximen.spelling;

import org.jspecify.annotations.NullMarked;
