/** The street as data: areas, places, departments; from words or a point to the area. */
@NullMarked
package org.ximen.district;

import org.jspecify.annotations.NullMarked;
