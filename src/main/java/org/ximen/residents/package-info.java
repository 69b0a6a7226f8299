/** Who is talking: profile, subscriptions, export and erasure. */
@NullMarked
package org.ximen.residents;

import org.jspecify.annotations.NullMarked;
