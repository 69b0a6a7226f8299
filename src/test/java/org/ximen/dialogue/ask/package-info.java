@NullMarked
package org.ximen.dialogue.ask;

import org.jspecify.annotations.NullMarked;
