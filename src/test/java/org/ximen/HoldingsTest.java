package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.residents.Holding;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

class HoldingsTest {
    @ParameterizedTest
    @EnumSource
    void everyTableHasARuleForKeepingAndErasing(TestDatabase database) throws Exception {
        var db = database.open();
        try (var street = new Street(db)) {
            var ruled =
                    Holdings.over(db, Duration.ofDays(1), street.features, street.opinions)
                            .all()
                            .stream()
                            .flatMap(holding -> holding.tables().stream())
                            .collect(Collectors.toSet());
            var tables =
                    db
                            .client()
                            .sql(
                                    """
                                    select table_name from information_schema.tables
                                    where lower(table_schema) = 'public'
                                    """)
                            .query(String.class)
                            .list()
                            .stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            tables.removeAll(Set.of("flyway_schema_history"));
            assertThat(ruled).isEqualTo(tables);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatFailsKeepsNoOtherFromErasing(TestDatabase database) {
        var erased = new ArrayList<String>();
        var holdings =
                new Holdings(
                        database.open(),
                        List.of(
                                holding("photo", before -> Integer.parseInt("no number")),
                                holding("inbox", before -> erased.add("inbox") ? 3 : 0)));
        assertThat(holdings.trim(Instant.parse("2026-11-28T00:00:00Z"))).isEqualTo(3);
        assertThat(erased).containsExactly("inbox");
    }

    private static Holding holding(String table, Holding.Trim trim) {
        return new Holding(
                Set.of(table),
                "一天",
                Duration.ofDays(1),
                trim,
                person -> List.of(),
                (person, now) -> {});
    }
}
