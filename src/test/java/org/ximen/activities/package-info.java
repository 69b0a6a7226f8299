@NullMarked
package org.ximen.activities;

import org.jspecify.annotations.NullMarked;
