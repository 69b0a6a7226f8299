/** Files from outside as headings, paragraphs and tables: checked, cleaned, in bounded time. */
@NullMarked
package org.ximen.documents;

import org.jspecify.annotations.NullMarked;
