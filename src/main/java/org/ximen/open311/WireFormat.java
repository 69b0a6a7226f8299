package org.ximen.open311;

import java.util.Arrays;
import java.util.function.Function;

/** In which form an answer is written: as the end of the address says. */
enum WireFormat {
    XML("text/xml", GeoReportXml::bytes),
    JSON("application/json", GeoReportJson::bytes),
    GEOJSON("application/geo+json", GeoReportJson::bytes);

    private final String type;
    private final Function<WireDocument, byte[]> writer;

    WireFormat(String type, Function<WireDocument, byte[]> writer) {
        this.type = type;
        this.writer = writer;
    }

    /**
     * The form that the end of a path asks for; XML, which everybody must speak, if it asks none.
     */
    static WireFormat of(String path) {
        return Arrays.stream(values())
                .filter(format -> path.endsWith("." + format.suffix()))
                .findFirst()
                .orElse(XML);
    }

    private String suffix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As discovery names it. */
    String type() {
        return type;
    }

    /** With the encoding, as all other answers name it. */
    String typeWithEncoding() {
        return type + "; charset=utf-8";
    }

    byte[] write(WireDocument document) {
        return writer.apply(document);
    }
}
