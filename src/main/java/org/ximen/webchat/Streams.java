package org.ximen.webchat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open streams, by conversation and by network. Nobody is turned away: where there are too
 * many, the oldest of whoever has most gives way.
 */
final class Streams {
    // Tabs of one browser.
    private static final int MOST_PER_CONVERSATION = 4;

    private final int most;
    private final int mostPerNetwork;
    private final Map<String, Deque<Stream>> byConversation = new HashMap<>();
    private final Map<String, Deque<Stream>> byNetwork = new HashMap<>();
    private int size;

    Streams(int most, int mostPerNetwork) {
        this.most = most;
        this.mostPerNetwork = mostPerNetwork;
    }

    /** Takes a stream in; hands back those that give way to it, for the caller to close. */
    synchronized List<Stream> join(Stream stream) {
        List<Stream> gone = new ArrayList<>();
        oldest(byConversation.get(stream.conversation()), MOST_PER_CONVERSATION)
                .ifPresent(gone::add);
        gone.forEach(this::leave);
        oldest(byNetwork.get(stream.network()), mostPerNetwork)
                .or(() -> size < most ? Optional.empty() : oldest(greediest(), 1))
                .ifPresent(old -> {
                    leave(old);
                    gone.add(old);
                });
        byConversation.computeIfAbsent(stream.conversation(), c -> new ArrayDeque<>()).add(stream);
        byNetwork.computeIfAbsent(stream.network(), n -> new ArrayDeque<>()).add(stream);
        size++;
        return gone;
    }

    private static Optional<Stream> oldest(@Nullable Deque<Stream> of, int most) {
        return of == null || of.size() < most ? Optional.empty() : Optional.of(of.getFirst());
    }

    private @Nullable Deque<Stream> greediest() {
        return byNetwork.values().stream().max(Comparator.comparingInt(Deque::size)).orElse(null);
    }

    /** Takes a stream out; one that has left already changes nothing. */
    synchronized void leave(Stream stream) {
        if (remove(byConversation, stream.conversation(), stream)) {
            remove(byNetwork, stream.network(), stream);
            size--;
        }
    }

    private static boolean remove(Map<String, Deque<Stream>> from, String key, Stream stream) {
        var open = from.get(key);
        boolean was = open != null && open.remove(stream);
        if (open != null && open.isEmpty()) {
            from.remove(key);
        }
        return was;
    }

    synchronized List<Stream> of(String conversation) {
        return List.copyOf(byConversation.getOrDefault(conversation, new ArrayDeque<>()));
    }

    synchronized List<Stream> all() {
        return byConversation.values().stream().flatMap(Deque::stream).toList();
    }

    synchronized Set<String> conversations() {
        return Set.copyOf(byConversation.keySet());
    }

    synchronized int size() {
        return size;
    }
}
