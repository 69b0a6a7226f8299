/** Web list pages that the street follows: fetched politely and safely, kept as articles. */
@NullMarked
package org.ximen.sources;

import org.jspecify.annotations.NullMarked;
