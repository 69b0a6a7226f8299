package org.ximen.sources;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code sources.yaml}: the list pages to follow.
 *
 * @param contact how a site's owner reaches the street; said to every site, so ASCII only
 */
public record SourcesFile(@Nullable String contact, List<Source> sources) {
    private static final String NAME = "XimenBot/1.0 (subdistrict assistant, reads public notices";

    public SourcesFile {
        // Null where the file says only "sources:", as when every example is commented out.
        sources = List.copyOf(Objects.requireNonNullElse(sources, List.<Source>of()));
        var names = new HashSet<String>();
        for (var source : sources) {
            if (!names.add(source.name())) {
                throw new IllegalArgumentException("name 有两个来源都叫“" + source.name() + "”");
            }
        }
        if (contact != null && !contact.matches("[ -~&&[^()]]{0,100}")) {
            throw new IllegalArgumentException(
                    "contact 只能写英文、数字和 @ . / : 等符号，且不超过 100 个：" + contact);
        }
    }

    Optional<Source> find(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    List<String> names() {
        return sources.stream().map(Source::name).toList();
    }

    /** What we call ourselves to a site. */
    String agent() {
        return NAME + (contact == null || contact.isBlank() ? ")" : "; " + contact.strip() + ")");
    }
}
