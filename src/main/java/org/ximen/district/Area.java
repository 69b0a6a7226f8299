package org.ximen.district;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

/**
 * A part of the street, up to the street itself.
 *
 * @param parent code of the area above; null for the street
 * @param polygon its outline, empty where unknown
 * @param guess whether nobody has yet checked the outline
 */
public record Area(
        String code,
        Kind kind,
        @Nullable String parent,
        String name,
        List<String> aliases,
        List<Point> polygon,
        boolean guess) {
    private static final Pattern KIND = Pattern.compile(District.WORDS.any("area.kind") + "$");

    /** 街道, 综合网格, 居民区（居委）, 责任网格; from the whole to its parts. */
    public enum Kind {
        SUBDISTRICT("街道"),
        COMPREHENSIVE_GRID("综合网格"),
        NEIGHBOURHOOD("居民区"),
        GRID("责任网格");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        /** Words for people. */
        public String shown() {
            return shown;
        }
    }

    public Area {
        aliases = List.copyOf(aliases);
        polygon = List.copyOf(polygon);
    }

    /** The name for who speaks this language; in English read as it is spoken, with its kind. */
    public String shown(Language language) {
        return language.of(name, EnglishNames.of(this));
    }

    /** The name without its kind: 文庙 for 文庙居委会. */
    public String shortName() {
        return KIND.matcher(name).replaceFirst("");
    }
}
