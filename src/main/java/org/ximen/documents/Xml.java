package org.ximen.documents;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through XML from outside: no document type, no entities, no great depth. */
final class Xml {
    /** Hears what comes. */
    interface Listener {
        void open(String name, XMLStreamReader element);

        void close(String name);

        void text(String text);
    }

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, kind, what, where) -> {});
        // Ours is asked first and says it in words for the editor.
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(2 * Budget.DEPTH));
        return factory;
    }

    static void walk(InputStream stream, Listener listener) throws IOException {
        try {
            walk(FACTORY.createXMLStreamReader(stream), listener);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException trouble) {
                throw trouble;
            }
            throw new Unreadable("文件已损坏或格式不对，请重新导出一份", e);
        }
    }

    private static void walk(XMLStreamReader xml, Listener listener) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (++depth > Budget.DEPTH) {
                        throw new Unreadable("层层嵌套得太深，没有打开");
                    }
                    listener.open(xml.getLocalName(), xml);
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    listener.close(xml.getLocalName());
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                        listener.text(xml.getText());
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                        throw new Unreadable("里面有不该有的外部引用，没有打开");
                default -> {}
            }
        }
    }

    /** An attribute by its local name, or nothing. */
    static String value(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return "";
    }
}
