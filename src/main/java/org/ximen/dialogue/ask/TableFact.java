package org.ximen.dialogue.ask;

import org.ximen.dialogue.Work;

/**
 * What a table of facts has to say to a question.
 *
 * @param known whether it holds what was asked for; if not, an article that plainly does is better
 */
public record TableFact(boolean known, Work work) {}
