/**
 * What a neighbourhood talks over together (协商): proposal, comments, meeting, vote by codes on
 * paper, published result, follow-up.
 */
@NullMarked
package org.ximen.deliberation;

import org.jspecify.annotations.NullMarked;
