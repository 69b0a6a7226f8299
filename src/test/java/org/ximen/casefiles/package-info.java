@NullMarked
package org.ximen.casefiles;

import org.jspecify.annotations.NullMarked;
