/** What is kept of somebody, and erasing it. */
@NullMarked
package org.ximen.dialogue.privacy;

import org.jspecify.annotations.NullMarked;
