/** What only the index's own package can see: plain Lucene beside it, to measure against. */
@NullMarked
package org.ximen.lucene;

import org.jspecify.annotations.NullMarked;
