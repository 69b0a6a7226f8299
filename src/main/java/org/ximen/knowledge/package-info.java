/** Articles in; a question becomes passages and a cited answer, or an honest "not in my files". */
@NullMarked
package org.ximen.knowledge;

import org.jspecify.annotations.NullMarked;
