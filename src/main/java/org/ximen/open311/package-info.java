/** Open311 GeoReport v2: public cases for everybody, and reports from who has a key. */
@NullMarked
package org.ximen.open311;

import org.jspecify.annotations.NullMarked;
