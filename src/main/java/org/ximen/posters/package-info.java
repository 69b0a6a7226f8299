/** Posters with a QR code: who scans one begins to talk at its place. */
@NullMarked
package org.ximen.posters;

import org.jspecify.annotations.NullMarked;
