package org.ximen.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Writes PDF files by hand, so that nothing is measured by itself; needs no fonts. */
public final class Pdf {
    private static final int RIGHT = 523;
    private static final float SIZE = 16;

    private final List<String> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private float y = 780;

    /** A line at a place, counted in points from the left edge. */
    public Pdf line(float x, float size, String text) {
        var hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        page.append("BT /F1 %s Tf %s %s Td <%s> Tj ET\n".formatted(size, x, y, hex));
        y -= size * 1.5f;
        return this;
    }

    /** A line in the middle. */
    public Pdf title(String text) {
        return line((595 - text.length() * 22f) / 2, 22, text);
    }

    /** A paragraph, moved in by two letters and broken where the page ends. */
    public Pdf paragraph(String text) {
        var rest = "\u3000\u3000" + text;
        int width = (int) ((RIGHT - 72) / SIZE);
        while (!rest.isEmpty()) {
            var line = rest.substring(0, Math.min(width, rest.length()));
            line(line.startsWith("\u3000") ? 72 + 2 * SIZE : 72, SIZE, line.strip());
            rest = rest.substring(line.length());
        }
        return this;
    }

    /** The page is full. */
    public Pdf turn() {
        pages.add(page.toString());
        page = new StringBuilder();
        y = 780;
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        if (!page.isEmpty()) {
            turn();
        }
        return file(pages.stream().map(p -> p.getBytes(StandardCharsets.US_ASCII)).toList());
    }

    /** A file with these contents of pages. */
    public static byte[] file(List<byte[]> contents) {
        var objects = new ArrayList<byte[]>();
        var kids = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            kids.append(5 + 2 * i).append(" 0 R ");
        }
        objects.add(ascii("<</Type/Catalog/Pages 2 0 R>>"));
        objects.add(ascii("<</Type/Pages/Kids[" + kids + "]/Count " + contents.size() + ">>"));
        objects.add(
                ascii(
                        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
                                + "/DescendantFonts[4 0 R]>>"));
        objects.add(
                ascii(
                        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo"
                                + "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor"
                                + "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
                                + "/ItalicAngle 0/Ascent 880/Descent -120/StemV 80/CapHeight 880>>>>"));
        for (int i = 0; i < contents.size(); i++) {
            objects.add(
                    ascii(
                            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
                                    + "/Contents "
                                    + (6 + 2 * i)
                                    + " 0 R>>"));
            objects.add(stream("/Filter/FlateDecode", deflated(contents.get(i))));
        }
        return written(objects);
    }

    private static byte[] stream(String more, byte[] content) {
        return joined(
                ascii("<<" + more + "/Length " + content.length + ">>\nstream\n"),
                content,
                ascii("\nendstream"));
    }

    /** Compressed as PDF does it. */
    public static byte[] deflated(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] written(List<byte[]> objects) {
        var file = new ByteArrayOutputStream();
        var places = new StringBuilder("0000000000 65535 f \n");
        file.writeBytes(ascii("%PDF-1.5\n"));
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes(joined(ascii(i + 1 + " 0 obj\n"), objects.get(i), ascii("\nendobj\n")));
        }
        int start = file.size();
        int count = objects.size() + 1;
        file.writeBytes(ascii("xref\n0 " + count + "\n" + places));
        file.writeBytes(
                ascii(
                        "trailer <</Size "
                                + count
                                + "/Root 1 0 R>>\nstartxref\n"
                                + start
                                + "\n%%EOF"));
        return file.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
