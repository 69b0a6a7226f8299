package org.ximen.dialogue.directory;

import org.ximen.directory.AskedWhen;
import org.ximen.directory.FactWanted;

/**
 * What is asked of the hours of a place.
 *
 * @param fact from when on, until when, or at all
 */
record AskedHours(FactWanted fact, AskedWhen when) {}
