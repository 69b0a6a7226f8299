package org.ximen.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes answers as XML without namespaces; what is absent is an empty element. */
final class GeoReportXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter writer;

    private GeoReportXml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    static byte[] bytes(WireDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            var encoding = StandardCharsets.UTF_8.name();
            var writer = FACTORY.createXMLStreamWriter(bytes, encoding);
            writer.writeStartDocument(encoding, "1.0");
            new GeoReportXml(writer).element(document.root(), document.content());
            writer.writeEndDocument();
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no XML can be written", e);
        }
    }

    private void element(String name, @Nullable Object value) throws XMLStreamException {
        if (value == null || value.equals("")) {
            writer.writeEmptyElement(name);
            return;
        }
        writer.writeStartElement(name);
        content(value);
        writer.writeEndElement();
    }

    private void content(Object value) throws XMLStreamException {
        switch (value) {
            case WireDocument.Fields fields -> {
                for (var field : fields.values().entrySet()) {
                    element(field.getKey(), field.getValue());
                }
            }
            case WireDocument.Items items -> {
                for (var item : items.all()) {
                    element(items.element(), item);
                }
            }
            default -> writer.writeCharacters(allowed(value.toString()));
        }
    }

    /** XML 1.0 has no place for most control characters, however they are written. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(c -> isAllowed(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
