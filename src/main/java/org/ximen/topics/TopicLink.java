package org.ximen.topics;

/**
 * A topic to which a case belongs.
 *
 * @param nth how many cases of it were counted up to this one
 */
public record TopicLink(CaseTopic topic, int nth) {}
