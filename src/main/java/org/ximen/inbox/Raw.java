package org.ximen.inbox;

/**
 * A message as it came, before anybody has read it.
 *
 * @param key tells the same message again, on its channel
 * @param chat messages of one chat are handled one after another, in the order they came
 * @param body what the channel sent
 */
public record Raw(String channel, String key, String chat, String body) {}
