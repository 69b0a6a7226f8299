package org.ximen.testing;

import java.nio.file.Path;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.DangersFile;
import org.ximen.directory.PlacesFile;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.merchants.MerchantsFile;
import org.ximen.programme.ProgrammeFile;
import org.ximen.settings.ConfigFile;
import org.ximen.understanding.NotOursFile;
import org.ximen.visits.VisitsFile;
import org.ximen.workdays.WorkdaysFile;

/**
 * The product's own configuration, read once for all tests of this JVM: none of them changes it.
 */
final class SampleConfig {
    static final ConfigFile<DistrictFile> PLACES = read("district.yaml", DistrictFile.class);
    static final ConfigFile<CategoriesFile> CATEGORIES =
            read("categories.yaml", CategoriesFile.class);
    static final ConfigFile<DangersFile> DANGERS = read("dangers.yaml", DangersFile.class);
    static final ConfigFile<NotOursFile> NOT_OURS = read("notours.yaml", NotOursFile.class);
    static final ConfigFile<SynonymsFile> SYNONYMS = read("synonyms.yaml", SynonymsFile.class);
    static final ConfigFile<WorkdaysFile> WORKDAYS = read("workdays.yaml", WorkdaysFile.class);
    static final ConfigFile<PlacesFile> DIRECTORY = read("places.yaml", PlacesFile.class);

    static final ConfigFile<VisitsFile> VISITS = read("visits.yaml", VisitsFile.class);
    static final ConfigFile<MerchantsFile> MERCHANTS = read("merchants.yaml", MerchantsFile.class);

    /** Projects made up for tests, since the sample names none. */
    static final ConfigFile<ProgrammeFile> PROGRAMME =
            new ConfigFile<>(
                    Path.of("src/test/resources/org/ximen/programme/programme.yaml"),
                    ProgrammeFile.class);

    static final District DISTRICT = new District(PLACES);

    private SampleConfig() {}

    private static <T> ConfigFile<T> read(String name, Class<T> type) {
        return new ConfigFile<>(Path.of("config", name), type);
    }
}
