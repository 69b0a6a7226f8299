package org.ximen.sources;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What a site calls the state of a page, so that it can say "unchanged" the next time. */
record Marks(@Nullable String etag, @Nullable String modified) {
    static final Marks NONE = new Marks(null, null);
    private static final int LONGEST = 200;

    static Marks of(Answer answer) {
        return new Marks(fitting(answer.header("ETag")), fitting(answer.header("Last-Modified")));
    }

    private static @Nullable String fitting(@Nullable String mark) {
        return mark == null || mark.length() > LONGEST ? null : mark;
    }

    void into(Headers.Builder headers) {
        if (etag != null) {
            headers.addUnsafeNonAscii("If-None-Match", etag);
        }
        if (modified != null) {
            headers.addUnsafeNonAscii("If-Modified-Since", modified);
        }
    }
}
