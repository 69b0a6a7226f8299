/** Cases as files: lists of 12345 that come in, and any list of cases that goes out. */
@NullMarked
package org.ximen.casefiles;

import org.jspecify.annotations.NullMarked;
