package org.ximen.topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.cases.CodeTable;
import org.ximen.district.District;

/** What topics are kept in. */
record TopicTables(TopicTable topics, TopicCaseTable cases, MeasureTable measures, ToldTable told) {
    static TopicTables of(JdbcClient client, CodeTable codeTable, District district) {
        return new TopicTables(
                new TopicTable(client, codeTable, district),
                new TopicCaseTable(client),
                new MeasureTable(client),
                new ToldTable(client));
    }
}
