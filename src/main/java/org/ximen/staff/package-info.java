/** The staff: accounts, roles, what each may do, and the audit trail of what each did. */
@NullMarked
package org.ximen.staff;

import org.jspecify.annotations.NullMarked;
