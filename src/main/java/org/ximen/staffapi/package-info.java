/** The staff's HTTP API: accounts, notices, cases, tickets, photos, and who may call what. */
@NullMarked
package org.ximen.staffapi;

import org.jspecify.annotations.NullMarked;
