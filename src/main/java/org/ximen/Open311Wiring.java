package org.ximen;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ximen.admission.Admission;
import org.ximen.cases.CodeTable;
import org.ximen.cases.PublicCases;
import org.ximen.cases.StaffReports;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.open311.GeoReportApi;
import org.ximen.open311.GeoReportErrors;
import org.ximen.open311.GeoReportFiling;

/** The door for who speaks Open311. */
@Configuration(proxyBeanMethods = false)
class Open311Wiring {
    @Bean
    PublicCases publicCases(Db db, CodeTable codeTable, District district) {
        return new PublicCases(db, codeTable, district);
    }

    @Bean
    GeoReportApi geoReportApi(
            CodeTable codeTable,
            PublicCases publicCases,
            District district,
            Settings settings,
            Admission admission,
            InstantSource clock) {
        return new GeoReportApi(
                codeTable, publicCases, district, settings.open311(), admission, clock);
    }

    @Bean
    GeoReportFiling geoReportFiling(
            StaffReports reports,
            CodeTable codeTable,
            PublicCases publicCases,
            District district,
            Settings settings,
            Admission admission,
            InstantSource clock) {
        return new GeoReportFiling(
                reports, codeTable, publicCases, district, settings.open311(), admission, clock);
    }

    @Bean
    GeoReportErrors geoReportErrors() {
        return new GeoReportErrors();
    }
}
