/**
 * Notices: written, approved by a second person, sent once to whom they are for, then answering.
 */
@NullMarked
package org.ximen.notices;

import org.jspecify.annotations.NullMarked;
