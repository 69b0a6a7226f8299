package org.ximen.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the parts of an Excel file with one sheet (ECMA-376). */
final class XlsxSheet {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String TYPES =
            HEAD
                    + """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                    </Types>\
                    """;
    private static final String ROOT =
            relations(relation("rId1", "officeDocument", "xl/workbook.xml"));
    private static final String PARTS =
            relations(
                    relation("rId1", "worksheet", "worksheets/sheet1.xml"),
                    relation("rId2", "styles", "styles.xml"));

    /** Style 1 is words as they stand, style 2 a date with its time. */
    private static final String STYLES =
            HEAD
                    + """
                    <styleSheet xmlns="%s"><numFmts count="1">\
                    <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>\
                    <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
                    <fills count="2"><fill><patternFill patternType="none"/></fill>\
                    <fill><patternFill patternType="gray125"/></fill></fills>\
                    <borders count="1"><border/></borders>\
                    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                    <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
                    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>\
                    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
                    </styleSheet>\
                    """
                            .formatted(MAIN);

    // Day 0 of a spreadsheet, as Excel counts from 1900 with a leap day too many.
    private static final LocalDateTime DAY_0 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double DAY_SECONDS = 86_400;
    // Excel refuses longer cells.
    private static final int LONGEST = 32_767;

    private final XMLStreamWriter xml;

    private XlsxSheet(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(String name, List<List<TableCell>> rows, OutputStream to) {
        try (var zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", TYPES);
            part(zip, "_rels/.rels", ROOT);
            part(zip, "xl/workbook.xml", workbook(name));
            part(zip, "xl/_rels/workbook.xml.rels", PARTS);
            part(zip, "xl/styles.xml", STYLES);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
            new XlsxSheet(xml).sheet(rows);
            xml.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the sheet cannot be written", e);
        }
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String relations(String... each) {
        return HEAD
                + "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", each)
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, RELATIONS, type, target);
    }

    private static String workbook(String name) {
        return HEAD
                + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, RELATIONS)
                + "<sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/>".formatted(name)
                + "</sheets></workbook>";
    }

    private void sheet(List<List<TableCell>> rows) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("worksheet");
        xml.writeDefaultNamespace(MAIN);
        freezeHead();
        xml.writeStartElement("sheetData");
        for (var row : rows) {
            xml.writeStartElement("row");
            for (var cell : row) {
                cell(cell);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void freezeHead() throws XMLStreamException {
        xml.writeStartElement("sheetViews");
        xml.writeStartElement("sheetView");
        xml.writeAttribute("workbookViewId", "0");
        xml.writeEmptyElement("pane");
        xml.writeAttribute("ySplit", "1");
        xml.writeAttribute("topLeftCell", "A2");
        xml.writeAttribute("activePane", "bottomLeft");
        xml.writeAttribute("state", "frozen");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void cell(TableCell cell) throws XMLStreamException {
        xml.writeStartElement("c");
        switch (cell) {
            case TableCell.Words words -> words(words.text());
            case TableCell.Moment moment -> moment(moment.at());
        }
        xml.writeEndElement();
    }

    private void words(String text) throws XMLStreamException {
        xml.writeAttribute("s", "1");
        xml.writeAttribute("t", "inlineStr");
        xml.writeStartElement("is");
        xml.writeStartElement("t");
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "space", "preserve");
        xml.writeCharacters(written(text));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void moment(LocalDateTime at) throws XMLStreamException {
        xml.writeAttribute("s", "2");
        xml.writeStartElement("v");
        xml.writeCharacters(Double.toString(Duration.between(DAY_0, at).toSeconds() / DAY_SECONDS));
        xml.writeEndElement();
    }

    /** What XML cannot hold is left out. */
    private static String written(String text) {
        var harmless = TableWriter.harmless(text);
        var cut = harmless.length() > LONGEST ? harmless.substring(0, LONGEST) : harmless;
        return cut.codePoints()
                .filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
