@NullMarked
package org.ximen.demo;

import org.jspecify.annotations.NullMarked;
