package org.ximen.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Comma, semicolon or tab separated values; quotes as RFC 4180 has them. */
final class CsvFile {
    private static final CsvMapper CSV =
            CsvMapper.builder()
                    .enable(CsvReadFeature.WRAP_AS_ARRAY)
                    .enable(CsvReadFeature.TRIM_SPACES)
                    .build();

    private CsvFile() {}

    static Document read(byte[] bytes, Budget budget) {
        var decoded = Decoded.of(bytes);
        var utf8 = decoded.charset().equals(StandardCharsets.UTF_8);
        var notes = utf8 ? List.<String>of() : List.of("文字是 " + decoded.charset() + " 编码，已转换");
        return FaqTable.of(rows(decoded.text(), budget, FaqTable.MOST_ROWS), notes);
    }

    static List<List<String>> rows(String text, Budget budget, int most) {
        var head = text.lines().findFirst().orElse("");
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator(head));
        var reader = CSV.readerForListOf(String.class).with(schema);
        try (MappingIterator<List<String>> lines = reader.readValues(text)) {
            return rows(lines, budget, most);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var line = at == null ? "" : "第 " + at.getLineNr() + " 行附近：";
            throw new Unreadable(line + "引号不成对，或者一格没有用逗号隔开", e);
        }
    }

    private static List<List<String>> rows(
            MappingIterator<List<String>> lines, Budget budget, int most) {
        var rows = new ArrayList<List<String>>();
        while (lines.hasNextValue()) {
            var row = lines.nextValue().stream().map(String::strip).toList();
            row.forEach(cell -> budget.take(cell.length()));
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(row);
            }
            if (rows.size() > most) {
                throw new Unreadable("超过 " + most + " 行，请拆成几个文件");
            }
        }
        return rows;
    }

    private static char separator(String head) {
        return head.indexOf('\t') >= 0
                ? '\t'
                : head.indexOf(',') < 0 && head.indexOf(';') >= 0 ? ';' : ',';
    }
}
