/** Tests of documents. */
@NullMarked
package org.ximen.documents;

import org.jspecify.annotations.NullMarked;
