package org.ximen.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** The first sheet of an Excel file. */
final class XlsxFile {
    private static final String SHEETS = "xl/worksheets/sheet";
    private static final int COLUMNS = 100;

    private XlsxFile() {}

    static Document read(Path file, Budget budget) throws IOException {
        try (var zip = new OfficeZip(file, budget)) {
            var rows = rows(zip, budget, FaqTable.MOST_ROWS);
            boolean single = zip.names(SHEETS).size() == 1;
            var notes = single ? List.<String>of() : List.of("只读了第一张工作表，其余没有收");
            return FaqTable.of(rows, notes);
        }
    }

    /** The rows of the first sheet; of formulas, what they gave when the file was saved. */
    static List<List<String>> rows(OfficeZip zip, Budget budget, int most) throws IOException {
        var words = new Words(budget);
        zip.walk("xl/sharedStrings.xml", words);
        var sheets = zip.names(SHEETS);
        if (sheets.isEmpty()) {
            throw new Unreadable("里面没有工作表");
        }
        var sheet = new Sheet(words.all, budget, most);
        zip.walk(sheets.getFirst(), sheet);
        return sheet.rows;
    }

    /** Strings that cells name by their place. */
    private static final class Words implements Xml.Listener {
        private final List<String> all = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private final Budget budget;
        private boolean text;
        private boolean phonetic;

        Words(Budget budget) {
            this.budget = budget;
        }

        @Override
        public void open(String name, XMLStreamReader element) {
            text = name.equals("t") && !phonetic;
            phonetic |= name.equals("rPh");
        }

        @Override
        public void close(String name) {
            text = false;
            switch (name) {
                case "rPh" -> phonetic = false;
                case "si" -> {
                    all.add(word.toString());
                    budget.take(word.length());
                    word.setLength(0);
                }
                default -> {}
            }
        }

        @Override
        public void text(String words) {
            if (text) {
                word.append(words);
            }
        }
    }

    private static final class Sheet implements Xml.Listener {
        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> words;
        private final Budget budget;
        private final StringBuilder value = new StringBuilder();
        private List<String> row = new ArrayList<>();
        private boolean text;
        private int column;
        private final int most;
        private String type = "";

        Sheet(List<String> words, Budget budget, int most) {
            this.words = words;
            this.budget = budget;
            this.most = most;
        }

        @Override
        public void open(String name, XMLStreamReader element) {
            text = name.equals("v") || name.equals("t");
            if (name.equals("c")) {
                column = column(Xml.value(element, "r"), row.size());
                type = Xml.value(element, "t");
            }
        }

        @Override
        public void close(String name) {
            text = false;
            switch (name) {
                case "c" -> cell();
                case "row" -> row();
                default -> {}
            }
        }

        private void cell() {
            while (row.size() <= column && column < COLUMNS) {
                row.add("");
            }
            if (column < COLUMNS) {
                row.set(column, said());
                budget.take(row.get(column).length());
            }
            value.setLength(0);
        }

        private String said() {
            var written = value.toString();
            if (type.isEmpty() || type.equals("n")) {
                return StoredNumber.shown(written);
            }
            if (!type.equals("s") || !written.matches("\\d{1,7}")) {
                return written;
            }
            int place = Integer.parseInt(written);
            return place < words.size() ? words.get(place) : "";
        }

        private void row() {
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row);
            }
            if (rows.size() > most) {
                throw new Unreadable("超过 " + most + " 行，请拆成几个文件");
            }
            row = new ArrayList<>();
        }

        /** BC12 is column 54, counted from 0. */
        private static int column(String place, int otherwise) {
            int column = 0;
            for (char c : place.toCharArray()) {
                if (c >= 'A' && c <= 'Z' && column < COLUMNS) {
                    column = column * 26 + c - 'A' + 1;
                }
            }
            return column == 0 ? otherwise : column - 1;
        }

        @Override
        public void text(String words) {
            if (text) {
                value.append(words);
            }
        }
    }
}
