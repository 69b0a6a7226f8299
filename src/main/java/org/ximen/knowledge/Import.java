package org.ximen.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of the knowledge folder, or of a followed web page.
 *
 * @param file path below the folder, or address of the page
 * @param article id of the article that answers from it, where there is one
 * @param title of that article
 * @param kept an older version of the file goes on answering
 * @param warnings in plain Chinese, for the editor
 * @param facts read from the text, where neither front matter nor the file beside it said otherwise
 * @param at when it was read
 */
public record Import(
        String file,
        State state,
        @Nullable String article,
        @Nullable String title,
        boolean kept,
        List<String> warnings,
        List<Fact> facts,
        Instant at) {

    /** How a file was received. */
    public enum State {
        TAKEN("收录"),
        CLEANED("清理后收录"),
        REFUSED("没有收录");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        /** As the editor reads it. */
        public String shown() {
            return shown;
        }
    }

    public Import {
        warnings = List.copyOf(warnings);
        facts = List.copyOf(facts);
    }

    /** Of something that was not taken in. */
    static Import refused(String file, @Nullable Article last, String why, Instant at) {
        return new Import(
                file,
                State.REFUSED,
                last == null ? null : last.id(),
                last == null ? null : last.title(),
                last != null,
                List.of(why),
                List.of(),
                at);
    }

    /** The same with one thing more to tell, and what that makes of it. */
    Import with(State now, String warning) {
        var all = new ArrayList<>(warnings);
        all.add(warning);
        return new Import(file, now, article, title, false, all, facts, at);
    }

    /** In one line. */
    public String shown() {
        var name = title == null || state == State.REFUSED ? "" : "《" + title + "》";
        var why = warnings.isEmpty() ? "" : "：" + String.join("；", warnings);
        return file + " " + state.shown() + name + why + (kept ? "；继续使用原来的版本" : "");
    }
}
