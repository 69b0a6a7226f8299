package org.ximen.console;

/** A family of pages of the console. */
interface Page {}
