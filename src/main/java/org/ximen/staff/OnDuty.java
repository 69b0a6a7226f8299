package org.ximen.staff;

import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;

/**
 * A chat that is told what is for a member.
 *
 * @param member for whom it is
 * @param insteadOf name of the member where the chat is that of who stands in; null where it is
 *     their own
 */
public record OnDuty(StaffMember member, Sender sender, @Nullable String insteadOf) {}
