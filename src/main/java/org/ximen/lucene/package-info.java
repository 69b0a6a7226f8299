/** Full-text and vector retrieval; the only importer of Lucene. */
@NullMarked
package org.ximen.lucene;

import org.jspecify.annotations.NullMarked;
