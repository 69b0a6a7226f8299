@NullMarked
package org.ximen.residents;

import org.jspecify.annotations.NullMarked;
