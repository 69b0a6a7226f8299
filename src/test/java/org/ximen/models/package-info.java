@NullMarked
package org.ximen.models;

import org.jspecify.annotations.NullMarked;
