@NullMarked
package org.ximen.webchat;

import org.jspecify.annotations.NullMarked;
