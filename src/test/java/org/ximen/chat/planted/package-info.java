/** A breach of the house's law, planted so that a test sees it found. */
@NullMarked
package org.ximen.chat.planted;

import org.jspecify.annotations.NullMarked;
