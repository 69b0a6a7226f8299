package org.ximen.open311;

import java.util.List;
import org.ximen.open311.WireDocument.Fields;
import org.ximen.open311.WireDocument.Items;

/** What this house offers, for who has never been here. */
final class DiscoveryView {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String CHANGED = "2026-11-29 12:00";

    private DiscoveryView() {}

    /**
     * @param street its name
     * @param url where the service is reached from outside
     */
    static WireDocument of(String street, String url) {
        var formats = List.of(WireFormat.XML.type(), WireFormat.JSON.type());
        var endpoint =
                Fields.of(
                        "specification", SPECIFICATION,
                        "url", url,
                        "changeset", CHANGED,
                        "type", "production",
                        "formats", new Items("format", formats));
        return new WireDocument(
                "discovery",
                Fields.of(
                        "changeset",
                        CHANGED,
                        "contact",
                        street + "，或拨打 12345",
                        "key_service",
                        "要上报请向" + street + "索取 api_key；查询不用",
                        "endpoints",
                        new Items("endpoint", List.of(endpoint))));
    }
}
