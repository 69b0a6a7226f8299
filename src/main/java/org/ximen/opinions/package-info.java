/** Suggestions and praise of the residents, which are never cases: taken, answered, passed on. */
@NullMarked
package org.ximen.opinions;

import org.jspecify.annotations.NullMarked;
