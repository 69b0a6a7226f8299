/** What several tests share: real databases, a settable clock, transcripts. */
@NullMarked
package org.ximen.testing;

import org.jspecify.annotations.NullMarked;
