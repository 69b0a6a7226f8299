package org.ximen.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** The first sheet of an Excel file as questions and answers. */
final class XlsxFile {
    private static final String SHEETS = "xl/worksheets/sheet";
    private static final int COLUMNS = 100;

    private XlsxFile() {}

    static Document read(Path file, Budget budget) throws IOException {
        try (var zip = new OfficeZip(file, budget)) {
            var words = new Words(budget);
            zip.walk("xl/sharedStrings.xml", words);
            var sheets = zip.names(SHEETS);
            if (sheets.isEmpty()) {
                throw new Unreadable("里面没有工作表");
            }
            var sheet = new Sheet(words.all, budget);
            zip.walk(sheets.getFirst(), sheet);
            var notes = sheets.size() == 1 ? List.<String>of() : List.of("只读了第一张工作表，其余没有收");
            return FaqTable.of(sheet.rows, notes);
        }
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
        private boolean shared;

        Sheet(List<String> words, Budget budget) {
            this.words = words;
            this.budget = budget;
        }

        @Override
        public void open(String name, XMLStreamReader element) {
            text = name.equals("v") || name.equals("t");
            if (name.equals("c")) {
                column = column(Xml.value(element, "r"), row.size());
                shared = Xml.value(element, "t").equals("s");
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
            if (!shared || !written.matches("\\d{1,7}")) {
                return written;
            }
            int place = Integer.parseInt(written);
            return place < words.size() ? words.get(place) : "";
        }

        private void row() {
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row);
            }
            if (rows.size() > FaqTable.MOST_ROWS) {
                throw new Unreadable("问答超过 " + FaqTable.MOST_ROWS + " 条，请拆成几个文件");
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
