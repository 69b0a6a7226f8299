package org.ximen;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which package may import what: the law of the house as data. To change the law, change the table
 * and say why in a decision under src/docs/decisions.
 *
 * @param ours our packages that it may import
 * @param others starts of names of other people's packages that it may import
 */
record House(Set<String> ours, Set<String> others) {
    private static final String BASE = "org.ximen.";

    /** Ours that every package may use, because what handles many things is everywhere. */
    private static final Set<String> COMMON = Set.of("isolation");

    private static final Set<String> FEATURES =
            Set.of(
                    "admission",
                    "chat",
                    "text",
                    "workdays",
                    "meaning",
                    "settings",
                    "db",
                    "district",
                    "understanding",
                    "residents",
                    "staff",
                    "photos",
                    "inbox",
                    "outbox",
                    "knowledge",
                    "cases",
                    "casefiles",
                    "notices",
                    "handoff",
                    "opinions",
                    "topics",
                    "activities",
                    "deliberation",
                    "programme",
                    "visits",
                    "merchants",
                    "posters",
                    "gaps",
                    "readings",
                    "sources",
                    "directory",
                    "drafts");

    /** Every package may use these. */
    private static final Set<String> EVERYBODY =
            Set.of("java.", "javax.", "org.jspecify.", "org.slf4j.", "io.micrometer.core.");

    /** {@code *Table} classes hold the SQL, and JSON where a column holds it. */
    private static final Set<String> TABLES =
            Set.of("org.springframework.jdbc.", "org.springframework.dao.", "tools.jackson.");

    private static final Set<String> WEB =
            Set.of(
                    "org.springframework.web.",
                    "org.springframework.http.",
                    "org.springframework.core.",
                    "jakarta.servlet.",
                    "com.fasterxml.jackson.annotation.",
                    "tools.jackson.");

    static final Map<String, House> TABLE =
            Map.ofEntries(
                    // tier 0: words
                    entry("text", of(Set.of(), "com.ibm.icu.")),
                    entry("workdays", of(Set.of())),
                    entry("isolation", of(Set.of())),
                    entry("chat", of(Set.of())),
                    entry("meaning", of(Set.of())),
                    entry("admission", of(Set.of())),
                    entry("spelling", of(Set.of("text"))),
                    entry("validity", of(Set.of("text"))),
                    // tier 1: ground
                    entry("settings", of(Set.of(), "tools.jackson.")),
                    entry(
                            "db",
                            of(
                                    Set.of(),
                                    "org.springframework.jdbc.",
                                    "org.springframework.dao.",
                                    "org.springframework.transaction.",
                                    "com.zaxxer.hikari.",
                                    "org.hsqldb.")),
                    entry("district", of(Set.of("text", "settings"), "org.locationtech.jts.")),
                    entry(
                            "understanding",
                            of(
                                    Set.of("text", "meaning", "settings", "district", "db"),
                                    "tools.jackson.")),
                    // tier 2: features
                    entry(
                            "residents",
                            of(
                                    Set.of("chat", "text", "district", "db"),
                                    "org.springframework.dao.")),
                    entry(
                            "staff",
                            of(
                                    Set.of("chat", "text", "district", "db"),
                                    "com.github.benmanes.caffeine.",
                                    "io.github.bucket4j.",
                                    "org.springframework.security.crypto.",
                                    "org.springframework.dao.")),
                    entry(
                            "photos",
                            of(
                                    Set.of("admission", "chat", "db"),
                                    "net.coobird.thumbnailator.",
                                    "org.w3c.dom.")),
                    entry("inbox", of(Set.of("chat", "db"))),
                    entry("outbox", of(Set.of("chat", "db"), "io.github.bucket4j.")),
                    entry(
                            "documents",
                            of(
                                    Set.of("text"),
                                    "org.jsoup.",
                                    "tools.jackson.",
                                    "org.apache.pdfbox.",
                                    "org.apache.fontbox.")),
                    entry(
                            "knowledge",
                            of(
                                    Set.of(
                                            "text",
                                            "meaning",
                                            "spelling",
                                            "validity",
                                            "settings",
                                            "db",
                                            "documents"),
                                    "org.commonmark.",
                                    "org.jsoup.",
                                    "com.github.benmanes.caffeine.",
                                    "tools.jackson.",
                                    "com.fasterxml.jackson.annotation.")),
                    entry(
                            "directory",
                            of(
                                    Set.of(
                                            "text",
                                            "meaning",
                                            "workdays",
                                            "settings",
                                            "district",
                                            "understanding"),
                                    "tools.jackson.")),
                    entry(
                            "cases",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "meaning",
                                            "workdays",
                                            "settings",
                                            "district",
                                            "understanding",
                                            "residents",
                                            "staff",
                                            "photos",
                                            "outbox",
                                            "db"))),
                    // lists of cases as tables of an office
                    entry(
                            "casefiles",
                            of(
                                    Set.of(
                                            "text",
                                            "workdays",
                                            "district",
                                            "understanding",
                                            "documents",
                                            "staff",
                                            "cases"),
                                    "com.github.benmanes.caffeine.")),
                    entry(
                            "notices",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "district",
                                            "residents",
                                            "staff",
                                            "knowledge",
                                            "photos",
                                            "outbox",
                                            "db"))),
                    entry(
                            "handoff",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "workdays",
                                            "residents",
                                            "staff",
                                            "cases",
                                            "outbox",
                                            "db"))),
                    entry(
                            "opinions",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "workdays",
                                            "district",
                                            "documents",
                                            "residents",
                                            "staff",
                                            "outbox",
                                            "db"))),
                    entry(
                            "topics",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "workdays",
                                            "district",
                                            "residents",
                                            "staff",
                                            "cases",
                                            "outbox",
                                            "db"))),
                    // signing up, for a notice or by itself
                    entry(
                            "activities",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "workdays",
                                            "district",
                                            "documents",
                                            "residents",
                                            "staff",
                                            "notices",
                                            "outbox",
                                            "db"))),
                    entry(
                            "deliberation",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "workdays",
                                            "district",
                                            "residents",
                                            "staff",
                                            "knowledge",
                                            "notices",
                                            "outbox",
                                            "db"),
                                    "org.springframework.dao.")),
                    entry(
                            "programme",
                            of(
                                    Set.of(
                                            "text",
                                            "workdays",
                                            "settings",
                                            "district",
                                            "residents",
                                            "staff",
                                            "knowledge",
                                            "notices",
                                            "db"),
                                    "tools.jackson.")),
                    // files cases, takes suggestions
                    entry(
                            "visits",
                            of(
                                    Set.of(
                                            "text",
                                            "workdays",
                                            "settings",
                                            "district",
                                            "documents",
                                            "residents",
                                            "staff",
                                            "cases",
                                            "opinions",
                                            "db"),
                                    "tools.jackson.",
                                    "org.springframework.dao.")),
                    // shops: what they are told, and visits that may raise cases
                    entry(
                            "merchants",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "meaning",
                                            "workdays",
                                            "settings",
                                            "district",
                                            "understanding",
                                            "documents",
                                            "residents",
                                            "staff",
                                            "knowledge",
                                            "cases",
                                            "outbox",
                                            "db"),
                                    "tools.jackson.")),
                    entry(
                            "posters",
                            of(Set.of("text", "district", "staff", "db"), "com.google.zxing.")),
                    entry(
                            "gaps",
                            of(
                                    Set.of(
                                            "chat",
                                            "text",
                                            "meaning",
                                            "residents",
                                            "staff",
                                            "knowledge",
                                            "outbox",
                                            "db"))),
                    entry(
                            "readings",
                            of(
                                    Set.of(
                                            "text",
                                            "district",
                                            "understanding",
                                            "residents",
                                            "staff",
                                            "cases",
                                            "db"),
                                    "com.github.benmanes.caffeine.")),
                    entry("drafts", of(Set.of("text", "meaning"), "tools.jackson.")),
                    entry(
                            "sources",
                            of(
                                    Set.of("text", "db", "documents", "knowledge"),
                                    "okhttp3.",
                                    "org.jsoup.",
                                    "crawlercommons.robots.")),
                    // tier 3: talk
                    entry(
                            "dialogue",
                            of(
                                    FEATURES,
                                    "org.springframework.dao.",
                                    // what a turn was read as, once a turn
                                    "com.github.benmanes.caffeine.",
                                    "com.fasterxml.jackson.annotation.")),
                    // tier 4: edges
                    entry(
                            "webchat",
                            of(
                                    Set.of(
                                            "admission",
                                            "chat",
                                            "db",
                                            "dialogue",
                                            "outbox",
                                            "photos",
                                            "knowledge",
                                            // what of them everybody may read
                                            "opinions",
                                            "text",
                                            "district"),
                                    WEB,
                                    "io.github.bucket4j.",
                                    "com.github.benmanes.caffeine.")),
                    entry(
                            "telegram",
                            of(
                                    Set.of(
                                            "admission",
                                            "chat",
                                            "db",
                                            "dialogue",
                                            "inbox",
                                            "outbox",
                                            "photos",
                                            "staff",
                                            "text"),
                                    WEB,
                                    "org.telegram.telegrambots.",
                                    "okhttp3.",
                                    "com.fasterxml.jackson.",
                                    "org.springframework.boot.context.properties.bind.")),
                    entry(
                            "wechat",
                            of(
                                    Set.of(
                                            "admission",
                                            "chat",
                                            "db",
                                            "dialogue",
                                            "inbox",
                                            "outbox",
                                            "photos",
                                            "text"),
                                    WEB,
                                    "me.chanjar.weixin.common.",
                                    "org.w3c.dom.",
                                    "org.xml.sax.",
                                    "org.springframework.dao.",
                                    "org.springframework.jdbc.",
                                    "org.springframework.boot.context.properties.bind.")),
                    entry(
                            "open311",
                            of(
                                    Set.of(
                                            "admission",
                                            "cases",
                                            "db",
                                            "district",
                                            "text",
                                            "workdays"),
                                    WEB,
                                    "io.github.bucket4j.",
                                    "com.github.benmanes.caffeine.",
                                    "org.springframework.boot.context.properties.bind.")),
                    entry("staffapi", of(FEATURES, WEB, "org.springframework.security.")),
                    entry(
                            "demo",
                            of(
                                    Set.of(
                                            "chat",
                                            "district",
                                            "residents",
                                            "staff",
                                            "cases",
                                            "notices",
                                            "photos",
                                            "outbox",
                                            "gaps",
                                            "handoff",
                                            "opinions",
                                            "dialogue"))),
                    entry(
                            "console",
                            of(
                                    FEATURES,
                                    WEB,
                                    "org.springframework.beans.",
                                    "org.springframework.security.",
                                    "org.springframework.stereotype.",
                                    "org.springframework.ui.")),
                    entry(
                            "lucene",
                            of(
                                    Set.of("knowledge", "cases", "meaning", "text"),
                                    "com.github.benmanes.caffeine.",
                                    "org.apache.lucene.")),
                    entry(
                            "models",
                            of(
                                    Set.of("meaning", "knowledge"),
                                    "dev.langchain4j.",
                                    "ai.djl.",
                                    "ai.onnxruntime.",
                                    "com.github.benmanes.caffeine.")),
                    entry(
                            "evaluation",
                            of(
                                    Set.of(
                                            "dialogue",
                                            "knowledge",
                                            "cases",
                                            "district",
                                            "understanding",
                                            "meaning",
                                            "text"),
                                    "picocli.",
                                    "tools.jackson.")));

    private static House of(Set<String> ours, String... others) {
        return new House(ours, Set.of(others));
    }

    private static House of(Set<String> ours, Set<String> others, String... more) {
        var all = new ArrayList<>(others);
        all.addAll(List.of(more));
        return new House(ours, Set.copyOf(all));
    }

    /** Every import that the table forbids, as a sentence. */
    static List<String> breaches(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(House::isForbidden)
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean isForbidden(Dependency dependency) {
        var from = dependency.getOriginClass();
        var target = dependency.getTargetClass().getBaseComponentType();
        var home = feature(from);
        if (home.isEmpty() || target.isPrimitive() || feature(target).equals(home)) {
            return false;
        }
        var law = TABLE.get(home);
        return law == null || !law.allows(from, target);
    }

    /** The package below the base, or nothing for the root and for strangers. */
    private static String feature(JavaClass type) {
        var name = type.getPackageName() + ".";
        return name.startsWith(BASE) && name.length() > BASE.length()
                ? name.substring(BASE.length(), name.indexOf('.', BASE.length()))
                : "";
    }

    private boolean allows(JavaClass from, JavaClass target) {
        var name = target.getName();
        if (name.startsWith(BASE)) {
            return COMMON.contains(feature(target)) || ours.contains(feature(target));
        }
        return isIn(EVERYBODY, name)
                || isIn(others, name)
                || (holdsSql(from) && isIn(TABLES, name));
    }

    private static boolean holdsSql(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "").matches(".*(Table|Rows)");
    }

    private static boolean isIn(Set<String> starts, String name) {
        return starts.stream().anyMatch(name::startsWith);
    }
}
