@NullMarked
package org.ximen.drafts;

import org.jspecify.annotations.NullMarked;
