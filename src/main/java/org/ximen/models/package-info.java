/**
 * Models in this process, and the chat model on a server; the only importer of langchain4j and of
 * what it runs on.
 */
@NullMarked
package org.ximen.models;

import org.jspecify.annotations.NullMarked;
