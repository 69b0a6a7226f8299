/** The list of all skills: a new one is one folder and one row here. */
@NullMarked
package org.ximen.dialogue.skills;

import org.jspecify.annotations.NullMarked;
