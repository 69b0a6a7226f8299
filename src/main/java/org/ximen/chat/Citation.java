package org.ximen.chat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a quoted sentence stands.
 *
 * @param article id of the article in the knowledge base, to open it
 * @param section heading path inside it, such as 第三章 第十二条
 * @param checked when somebody last found that it holds; absent means nobody did
 * @param source the original's public address or its name
 * @param language of the article, {@code zh} or {@code en}; absent where it was not noted
 */
public record Citation(
        String article,
        String title,
        @Nullable String section,
        @Nullable String issuer,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate expires,
        @Nullable LocalDate checked,
        @Nullable String source,
        @Nullable String language) {}
