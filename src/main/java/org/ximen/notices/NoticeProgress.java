package org.ximen.notices;

/**
 * How far a notice has come, in recipients; before it is sent, all who would get it are pending.
 *
 * @param cancelled taken back before they left
 */
public record NoticeProgress(
        Notice.State state,
        long recipients,
        long pending,
        long sent,
        long blocked,
        long failed,
        long unknown,
        long cancelled) {}
