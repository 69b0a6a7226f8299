package org.ximen.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;

/** A Word file: paragraphs with the numbers that Word writes before them, headings, tables. */
final class DocxFile {
    private DocxFile() {}

    static Document read(Path file, Budget budget) throws IOException {
        try (var zip = new OfficeZip(file, budget)) {
            var styles = new Styles();
            zip.walk("word/styles.xml", styles);
            var numbering = new Numbering();
            zip.walk("word/numbering.xml", numbering);
            var body = new DocxBody(styles, numbering, budget);
            if (!zip.walk("word/document.xml", body)) {
                throw new Unreadable("不是 Word 文件，请另存为 .docx");
            }
            return document(body);
        }
    }

    private static Document document(DocxBody body) {
        var parts = new ArrayList<>(body.parts());
        var title = title(parts);
        if (title != null) {
            parts.removeIf(part -> part == title);
        }
        var named = title == null ? null : title.text();
        return new Document(
                named, Outline.of(parts), Map.of(), Outline.asks(parts), body.cleaned());
    }

    /** A part in the style of a title, or the first line if it looks like one. */
    private static @Nullable Part title(List<Part> parts) {
        for (var part : parts) {
            if (part instanceof Heading(int level, String text) && level == 1) {
                return part;
            }
        }
        var opening = parts.stream().takeWhile(Paragraph.class::isInstance).toList();
        int place = Titles.place(opening.stream().map(Part::text).toList());
        return place < 0 ? null : opening.get(place);
    }
}
