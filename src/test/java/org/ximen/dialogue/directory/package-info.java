@NullMarked
package org.ximen.dialogue.directory;

import org.jspecify.annotations.NullMarked;
