package org.ximen.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A PDF of forms that draw each other: a few lines that would take years. */
final class Forms {
    private Forms() {}

    static byte[] calling(int forms, int times) {
        var file = new StringBuilder("%PDF-1.4\n");
        file.append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        file.append("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
        file.append("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R")
                .append("/Resources<</XObject<</X 5 0 R>>>>>> endobj\n");
        file.append("4 0 obj <</Length 5>> stream\n/X Do\nendstream endobj\n");
        for (int i = 0; i < forms; i++) {
            var content = "/X Do ".repeat(times);
            file.append(5 + i).append(" 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 99 99]");
            file.append("/Resources<</XObject<</X ").append(6 + i).append(" 0 R>>>>/Length ");
            file.append(content.length()).append(">> stream\n").append(content);
            file.append("\nendstream endobj\n");
        }
        file.append("trailer <</Root 1 0 R>>\n%%EOF");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(file.toString().getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
