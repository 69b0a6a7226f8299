/** Models that run in this process; the only importer of langchain4j and of what it runs on. */
@NullMarked
package org.ximen.models;

import org.jspecify.annotations.NullMarked;
