package org.ximen.readings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Times;
import org.ximen.readings.KeptReading.Judgement;
import org.ximen.readings.KeptReading.Why;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.DialogueState;

/** Rows of {@code reading} as records. */
final class ReadingRows {
    private static final double WHOLE = 100;

    private ReadingRows() {}

    static int percent(double probability) {
        return (int) Math.round(probability * WHOLE);
    }

    static String packed(List<CategoryGuess> categories) {
        return categories.stream()
                .map(guess -> guess.code() + ":" + percent(guess.probability()))
                .collect(Collectors.joining(" "));
    }

    private static List<CategoryGuess> categories(String packed) {
        return packed.isEmpty()
                ? List.of()
                : Arrays.stream(packed.split(" ")).map(ReadingRows::category).toList();
    }

    private static CategoryGuess category(String packed) {
        int colon = packed.lastIndexOf(':');
        double percent = Integer.parseInt(packed.substring(colon + 1));
        return new CategoryGuess(packed.substring(0, colon), percent / WHOLE);
    }

    static KeptReading read(ResultSet row, int n) throws SQLException {
        return new KeptReading(
                row.getLong("id"),
                Times.get(row, "said_at"),
                message(row),
                Why.valueOf(row.getString("why")),
                act(row, "meant_act"),
                row.getString("meant_category"),
                judgement(row));
    }

    private static ReadMessage message(ResultSet row) throws SQLException {
        return new ReadMessage(
                row.getString("words"),
                DialogueState.valueOf(row.getString("situation")),
                new ActGuess(Act.valueOf(row.getString("act")), share(row, "act_percent")),
                next(row),
                categories(row.getString("categories")),
                new DangerReading(
                        row.getString("danger"),
                        Level.valueOf(row.getString("danger_level")),
                        share(row, "danger_percent")),
                row.getBoolean("restricted"));
    }

    private static double share(ResultSet row, String column) throws SQLException {
        return row.getInt(column) / WHOLE;
    }

    private static @Nullable ActGuess next(ResultSet row) throws SQLException {
        var act = act(row, "next_act");
        return act == null ? null : new ActGuess(act, share(row, "next_percent"));
    }

    private static @Nullable Act act(ResultSet row, String column) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Act.valueOf(name);
    }

    private static @Nullable Judgement judgement(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Judgement(
                        correction(row, verdict.equals("RIGHT")),
                        row.getString("judged_by"),
                        Times.get(row, "judged_at"));
    }

    private static Correction correction(ResultSet row, boolean right) throws SQLException {
        return new Correction(
                right,
                act(row, "right_act"),
                row.getString("right_category"),
                row.getObject("right_danger", Boolean.class));
    }
}
