/** Questions about rules and facts, what goes on from them, and what is thought of the answers. */
@NullMarked
package org.ximen.dialogue.ask;

import org.jspecify.annotations.NullMarked;
