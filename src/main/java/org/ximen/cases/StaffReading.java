package org.ximen.cases;

import java.util.Optional;
import org.ximen.district.Outside;

/**
 * What would be filed of a report by staff.
 *
 * @param category as typed, else as read; 其他问题 where neither says it
 * @param danger that the words speak of, somebody being in it now
 * @param outside a place of another street that the words name
 */
public record StaffReading(
        Draft draft, Category category, Optional<Danger> danger, Optional<Outside> outside) {}
