package org.ximen;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.ximen.casefiles.CaseExport;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CasePhotos;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.StaffReports;
import org.ximen.district.District;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.TicketBackground;
import org.ximen.knowledge.Library;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.posters.Posters;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.ReadingDesk;
import org.ximen.residents.Residents;
import org.ximen.sources.Sources;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staffapi.AccountsApi;
import org.ximen.staffapi.CaseFilingApi;
import org.ximen.staffapi.CaseListApi;
import org.ximen.staffapi.CasesApi;
import org.ximen.staffapi.ContactApi;
import org.ximen.staffapi.EvidenceApi;
import org.ximen.staffapi.ForeignOrigin;
import org.ximen.staffapi.GapsApi;
import org.ximen.staffapi.KnowledgeApi;
import org.ximen.staffapi.NoticesApi;
import org.ximen.staffapi.OpinionsApi;
import org.ximen.staffapi.PhotosApi;
import org.ximen.staffapi.PostersApi;
import org.ximen.staffapi.ReadingsApi;
import org.ximen.staffapi.Refusals;
import org.ximen.staffapi.StaffLogin;
import org.ximen.staffapi.StaffSecurity;
import org.ximen.staffapi.TicketsApi;
import org.ximen.staffapi.TopicsApi;
import org.ximen.telegram.Telegram;
import org.ximen.topics.TopicDesk;
import org.ximen.wechat.Wechat;

/** The edges of the staff, and who gets in where. */
@Configuration(proxyBeanMethods = false)
class StaffWiring {
    @Bean
    @Order(2)
    SecurityFilterChain staffSecurity(HttpSecurity http, Accounts accounts, InstantSource clock)
            throws Exception {
        return StaffSecurity.staff(http, new StaffLogin(accounts, clock));
    }

    @Bean
    @Order(3)
    SecurityFilterChain openSecurity(HttpSecurity http) throws Exception {
        return StaffSecurity.open(http);
    }

    /** Before those who ask for a password. */
    @Bean
    FilterRegistrationBean<ForeignOrigin> foreignOrigin() {
        var filter = new FilterRegistrationBean<>(new ForeignOrigin());
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    @Bean
    Refusals refusals() {
        return new Refusals();
    }

    @Bean
    AccountsApi accountsApi(Accounts accounts, InstantSource clock) {
        return new AccountsApi(accounts, clock);
    }

    @Bean
    EvidenceApi evidenceApi(CasePhotos photos, Cases cases, InstantSource clock) {
        return new EvidenceApi(photos, cases, clock);
    }

    @Bean
    CasesApi casesApi(Cases cases, CaseBook book, District district, InstantSource clock) {
        return new CasesApi(cases, book, district, clock);
    }

    @Bean
    CaseListApi caseListApi(
            Cases cases,
            CaseBook book,
            CaseExport export,
            CodeTable codeTable,
            District district,
            InstantSource clock) {
        var features = new CaseListApi.Features(cases, book, export, codeTable, district);
        return new CaseListApi(features, clock);
    }

    @Bean
    CaseFilingApi caseFilingApi(
            StaffReports reports, Cases cases, District district, InstantSource clock) {
        return new CaseFilingApi(reports, cases, district, clock);
    }

    @Bean
    NoticesApi noticesApi(Notices notices, InstantSource clock) {
        return new NoticesApi(notices, clock);
    }

    @Bean
    GapsApi gapsApi(Gaps gaps, InstantSource clock) {
        return new GapsApi(gaps, clock);
    }

    @Bean
    ContactApi contactApi(
            Cases cases,
            CaseBook book,
            Handoff handoff,
            Residents residents,
            Audit audit,
            InstantSource clock) {
        return new ContactApi(cases, book, handoff, residents, audit, clock);
    }

    @Bean
    PostersApi postersApi(
            Posters posters,
            District district,
            Optional<Telegram> telegram,
            Optional<Wechat> wechat,
            InstantSource clock) {
        return new PostersApi(
                posters,
                district,
                () -> telegram.flatMap(Telegram::bot),
                wechat.map(account -> account::posterLink),
                clock);
    }

    @Bean
    PhotosApi photosApi(CasePhotos photos, InstantSource clock) {
        return new PhotosApi(photos, clock);
    }

    @Bean
    KnowledgeApi knowledgeApi(Library library, Sources sources) {
        return new KnowledgeApi(library, sources);
    }

    @Bean
    OpinionsApi opinionsApi(OpinionDesk opinionDesk, InstantSource clock) {
        return new OpinionsApi(opinionDesk, clock);
    }

    @Bean
    TopicsApi topicsApi(TopicDesk topicDesk, CaseBook book, InstantSource clock) {
        return new TopicsApi(topicDesk, book, clock);
    }

    @Bean
    ReadingsApi readingsApi(
            ReadingDesk readingDesk, CorrectionTraining training, InstantSource clock) {
        return new ReadingsApi(readingDesk, training, clock);
    }

    @Bean
    TicketsApi ticketsApi(
            Handoff handoff, TicketBackground background, Accounts accounts, InstantSource clock) {
        return new TicketsApi(handoff.desk(), background, accounts, clock);
    }
}
