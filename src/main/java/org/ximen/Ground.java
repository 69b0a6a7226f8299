package org.ximen;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.DangersFile;
import org.ximen.db.Db;
import org.ximen.db.StoreHealth;
import org.ximen.directory.PlacesFile;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.handoff.RepliesFile;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.merchants.MerchantsFile;
import org.ximen.programme.ProgrammeFile;
import org.ximen.settings.ConfigFile;
import org.ximen.sources.SourcesFile;
import org.ximen.understanding.NotOursFile;
import org.ximen.visits.VisitsFile;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

/** The ground: clock, database, the street's files. */
@Configuration(proxyBeanMethods = false)
class Ground {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Db db(JdbcClient client, TransactionTemplate transactions, StoreHealth health) {
        return new Db(client, transactions, health);
    }

    @Bean
    ConfigFile<DistrictFile> districtFile(Settings settings) {
        return new ConfigFile<>(settings.district(), DistrictFile.class);
    }

    @Bean
    ConfigFile<CategoriesFile> categoriesFile(Settings settings) {
        return new ConfigFile<>(settings.config("categories.yaml"), CategoriesFile.class);
    }

    @Bean
    ConfigFile<SynonymsFile> synonymsFile(Settings settings) {
        return new ConfigFile<>(settings.config("synonyms.yaml"), SynonymsFile.class);
    }

    @Bean
    ConfigFile<SourcesFile> sourcesFile(Settings settings) {
        return new ConfigFile<>(settings.config("sources.yaml"), SourcesFile.class);
    }

    @Bean
    ConfigFile<DangersFile> dangersFile(Settings settings) {
        return new ConfigFile<>(settings.config("dangers.yaml"), DangersFile.class);
    }

    @Bean
    ConfigFile<NotOursFile> notOursFile(Settings settings) {
        return new ConfigFile<>(settings.config("notours.yaml"), NotOursFile.class);
    }

    @Bean
    ConfigFile<WorkdaysFile> workdaysFile(Settings settings) {
        return new ConfigFile<>(settings.config("workdays.yaml"), WorkdaysFile.class);
    }

    @Bean
    ConfigFile<PlacesFile> placesFile(Settings settings) {
        return ConfigFile.optional(
                settings.config("places.yaml"),
                PlacesFile.class,
                PlacesFile.EMPTY,
                "问地址、电话、时间、谁负责的，暂时答不了；把新版的 config/places.yaml 拷过来就行，不必重启");
    }

    @Bean
    ConfigFile<RepliesFile> repliesFile(Settings settings) {
        return ConfigFile.optional(
                settings.config("replies.yaml"),
                RepliesFile.class,
                RepliesFile.EMPTY,
                "人工接待时没有常用回复可选；要用就把新版的 config/replies.yaml 拷过来，不必重启");
    }

    @Bean
    ConfigFile<ProgrammeFile> programmeFile(Settings settings) {
        return ConfigFile.optional(
                settings.config("programme.yaml"),
                ProgrammeFile.class,
                ProgrammeFile.EMPTY,
                "问重点项目的，暂时答不了；要用就把新版的 config/programme.yaml 拷过来，不必重启");
    }

    @Bean
    ConfigFile<VisitsFile> visitsFile(Settings settings) {
        return ConfigFile.optional(
                settings.config("visits.yaml"),
                VisitsFile.class,
                VisitsFile.EMPTY,
                "走访没有种类可选；要用就把新版的 config/visits.yaml 拷过来，不必重启");
    }

    @Bean
    ConfigFile<MerchantsFile> merchantsFile(Settings settings) {
        return ConfigFile.optional(
                settings.config("merchants.yaml"),
                MerchantsFile.class,
                MerchantsFile.EMPTY,
                "商户说自己的店，暂时不记；要用就把新版的 config/merchants.yaml 拷过来，不必重启");
    }

    @Bean
    District district(ConfigFile<DistrictFile> districtFile) {
        return new District(districtFile);
    }

    @Bean
    WorkCalendar workCalendar(ConfigFile<WorkdaysFile> workdaysFile) {
        return new WorkCalendar(workdaysFile);
    }
}
