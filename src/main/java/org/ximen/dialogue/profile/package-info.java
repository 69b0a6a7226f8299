/** What somebody tells of themselves: a shop, a home, a number, a language. */
@NullMarked
package org.ximen.dialogue.profile;

import org.jspecify.annotations.NullMarked;
