@NullMarked
package org.ximen.dialogue.officer;

import org.jspecify.annotations.NullMarked;
