package org.ximen.cases;

/** What cases are kept in. */
record Tables(
        CaseTable cases,
        EventTable events,
        FollowerTable followers,
        NumberTable numbers,
        RatingTable ratings,
        UnitTable units,
        EvidenceTable evidence,
        StageClockTable clocks) {}
