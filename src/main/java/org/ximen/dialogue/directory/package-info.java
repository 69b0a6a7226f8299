/** Where somebody can go, when, who is there: what the street's directory tells. */
@NullMarked
package org.ximen.dialogue.directory;

import org.jspecify.annotations.NullMarked;
