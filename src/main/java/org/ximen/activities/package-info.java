/** Activities (活动): signing up for seats, a waiting list that moves up, who came. */
@NullMarked
package org.ximen.activities;

import org.jspecify.annotations.NullMarked;
