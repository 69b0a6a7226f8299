/** What comes back at a place (一类事): found, owned, treated at the root, its effect counted. */
@NullMarked
package org.ximen.topics;

import org.jspecify.annotations.NullMarked;
