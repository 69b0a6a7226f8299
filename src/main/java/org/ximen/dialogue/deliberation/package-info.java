/** What is talked over (协商): reading of it, comments, the meeting, the vote by a paper code. */
@NullMarked
package org.ximen.dialogue.deliberation;

import org.jspecify.annotations.NullMarked;
