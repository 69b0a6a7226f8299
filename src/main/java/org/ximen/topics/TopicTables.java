package org.ximen.topics;

import org.ximen.cases.CodeTable;
import org.ximen.db.Db;
import org.ximen.district.District;

/** What topics are kept in. */
record TopicTables(TopicTable topics, TopicCaseTable cases, MeasureTable measures, ToldTable told) {
    static TopicTables of(Db db, CodeTable codeTable, District district) {
        var client = db.client();
        return new TopicTables(
                new TopicTable(client, codeTable, district),
                new TopicCaseTable(client),
                new MeasureTable(client),
                new ToldTable(client));
    }
}
