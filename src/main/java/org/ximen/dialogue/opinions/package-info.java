/** Suggestions and praise, which are no faults. */
@NullMarked
package org.ximen.dialogue.opinions;

import org.jspecify.annotations.NullMarked;
