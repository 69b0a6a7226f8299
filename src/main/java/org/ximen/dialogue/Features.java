package org.ximen.dialogue;

import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.FieldDesk;
import org.ximen.deliberation.Deliberations;
import org.ximen.directory.Directory;
import org.ximen.district.District;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.inbox.Inbox;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Phrasing;
import org.ximen.notices.Notices;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.posters.Posters;
import org.ximen.programme.Programme;
import org.ximen.readings.Readings;
import org.ximen.residents.Residents;
import org.ximen.staff.Bindings;
import org.ximen.topics.Topics;
import org.ximen.understanding.Hearing;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ResponsibleBodies;
import org.ximen.workdays.WorkCalendar;

/** All that the conversation can do. */
public record Features(
        District district,
        MessageReader reader,
        ResponsibleBodies bodies,
        CodeTable codeTable,
        Cases cases,
        Photos photos,
        Answers answers,
        Directory directory,
        WorkCalendar calendar,
        Gaps gaps,
        Notices notices,
        Opinions opinions,
        Topics topics,
        Deliberations deliberations,
        Programme programme,
        Residents residents,
        Handoff handoff,
        Inbox inbox,
        Outbox outbox,
        Posters posters,
        Bindings bindings,
        Readings readings,
        Conversations conversations,
        Phrasing phrasing,
        Hearing hearing,
        FieldDesk field) {}
