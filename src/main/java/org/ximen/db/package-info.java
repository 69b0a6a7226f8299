/**
 * The database: transactions, whether they reach the disk, and the few differences between HSQLDB
 * and PostgreSQL.
 */
@NullMarked
package org.ximen.db;

import org.jspecify.annotations.NullMarked;
