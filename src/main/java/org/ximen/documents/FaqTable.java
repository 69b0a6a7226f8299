package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.text.Plain;
import org.ximen.text.WordLists;

/** Questions and answers in the columns of a table. */
final class FaqTable {
    static final int MOST_ROWS = 5000;
    private static final WordLists COLUMNS =
            WordLists.beside(FaqTable.class, "faq-columns.properties");
    private static final List<String> QUESTIONS = COLUMNS.list("question");
    private static final List<String> ANSWERS = COLUMNS.list("answer");

    private FaqTable() {}

    /** A document of the rows, the first of which names the columns. */
    static Document of(List<List<String>> rows, List<String> cleaned) {
        var head = rows.isEmpty() ? List.<String>of() : rows.getFirst();
        int question = column(head, QUESTIONS);
        int answer = column(head, ANSWERS);
        if (question < 0 || answer < 0) {
            throw new Unreadable("第一行应写明“问题”和“答案”两列");
        }
        var notes = new ArrayList<>(cleaned);
        var parts = new ArrayList<Part>();
        for (int i = 1; i < rows.size(); i++) {
            pair(cell(rows.get(i), question), cell(rows.get(i), answer), i + 1, parts, notes);
        }
        if (parts.isEmpty()) {
            throw new Unreadable("表里没有一行同时写了问题和答案");
        }
        return new Document(null, parts, Map.of(), true, notes);
    }

    private static void pair(
            String question, String answer, int row, List<Part> parts, List<String> notes) {
        if (question.isEmpty() && answer.isEmpty()) {
            return;
        }
        if (question.isEmpty() || answer.isEmpty()) {
            notes.add("第 " + row + " 行缺少" + (question.isEmpty() ? "问题" : "答案") + "，没有收");
            return;
        }
        parts.add(new Heading(2, question.replaceAll("\\s+", " ")));
        answer.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> parts.add(new Paragraph(line)));
    }

    private static int column(List<String> head, List<String> names) {
        for (int i = 0; i < head.size(); i++) {
            if (names.contains(Plain.comparable(head.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? Plain.visible(row.get(column)) : "";
    }
}
