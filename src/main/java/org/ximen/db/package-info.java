/** The database: transactions, and the few differences between HSQLDB and PostgreSQL. */
@NullMarked
package org.ximen.db;

import org.jspecify.annotations.NullMarked;
