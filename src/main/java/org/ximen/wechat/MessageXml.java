package org.ximen.wechat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A flat message of WeChat, field by field. */
final class MessageXml {
    private final Element root;

    private MessageXml(Element root) {
        this.root = root;
    }

    /** Empty where it is none; a document type, which could reach for other files, is refused. */
    static Optional<MessageXml> read(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new InputSource(new StringReader(xml)));
            return Optional.of(new MessageXml(document.getDocumentElement()));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The field's words; empty where it is absent or blank. */
    String get(String field) {
        for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (field.equals(child.getNodeName())) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }

    Optional<String> find(String field) {
        return Optional.of(get(field)).filter(value -> !value.isEmpty());
    }
}
