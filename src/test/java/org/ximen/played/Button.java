package org.ximen.played;

import org.jspecify.annotations.Nullable;

/** A button below a message. */
public record Button(String label, @Nullable String data, @Nullable String url) {}
