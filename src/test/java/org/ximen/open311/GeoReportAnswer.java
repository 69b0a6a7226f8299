package org.ximen.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param root name of the XML root; empty where only JSON was asked for
 */
record GeoReportAnswer(int status, JsonNode json, String root, HttpResponse<byte[]> whole) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The same thing in both forms. */
    static GeoReportAnswer of(HttpResponse<byte[]> xml, HttpResponse<byte[]> json)
            throws Exception {
        assertThat(xml.statusCode()).isEqualTo(json.statusCode());
        var tree = JSON.readTree(json.body());
        var root = root(xml);
        assertSame(root, tree);
        return new GeoReportAnswer(json.statusCode(), tree, root.getTagName(), json);
    }

    /** Of one form; XML is read as the JSON that it would be. */
    static GeoReportAnswer of(HttpResponse<byte[]> one) throws Exception {
        boolean xml = one.headers().firstValue("Content-Type").orElse("").startsWith("text/xml");
        var tree = xml ? JSON.valueToTree(spark(root(one))) : JSON.readTree(one.body());
        return new GeoReportAnswer(one.statusCode(), tree, xml ? root(one).getTagName() : "", one);
    }

    String type() {
        return whole.headers().firstValue("Content-Type").orElse("");
    }

    String text() {
        return new String(whole.body(), StandardCharsets.UTF_8);
    }

    private static Element root(HttpResponse<byte[]> xml) throws Exception {
        assertThat(new String(xml.body(), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.body()));
        assertThat(document.getDocumentElement().getNamespaceURI()).isNull();
        return document.getDocumentElement();
    }

    private static void assertSame(Element element, JsonNode json) {
        var children = children(element);
        if (json.isArray()) {
            assertThat(children).hasSize(json.size());
            assertThat(children.stream().map(Element::getTagName).distinct().count())
                    .isLessThanOrEqualTo(1);
            IntStream.range(0, json.size()).forEach(i -> assertSame(children.get(i), json.get(i)));
        } else if (json.isObject()) {
            assertThat(children.stream().map(Element::getTagName))
                    .containsExactlyElementsOf(json.propertyNames());
            children.forEach(child -> assertSame(child, json.get(child.getTagName())));
        } else {
            assertThat(element.getTextContent()).isEqualTo(json.isNull() ? "" : json.asString());
        }
    }

    private static List<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    /** By the Spark convention: an element of equal elements is a list. */
    private static @Nullable Object spark(Element element) {
        var children = children(element);
        if (children.isEmpty()) {
            return element.getTextContent().isEmpty() ? null : element.getTextContent();
        }
        if (List.of("service_requests", "errors").contains(element.getTagName())) {
            return children.stream().map(GeoReportAnswer::spark).toList();
        }
        var fields = new java.util.LinkedHashMap<String, @Nullable Object>();
        children.forEach(child -> fields.put(child.getTagName(), spark(child)));
        return fields;
    }
}
