/** The residents' web page and its JSON and SSE API. */
@NullMarked
package org.ximen.webchat;

import org.jspecify.annotations.NullMarked;
