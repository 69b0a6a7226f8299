/**
 * What a chat model drafts for staff: marked as drafts, checked against what they are made of, and
 * sent by nobody.
 */
@NullMarked
package org.ximen.drafts;

import org.jspecify.annotations.NullMarked;
