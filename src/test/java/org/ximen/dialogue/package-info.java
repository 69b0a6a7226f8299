@NullMarked
package org.ximen.dialogue;

import org.jspecify.annotations.NullMarked;
