package org.ximen.played;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong, by method and number of calls. */
public final class Faults {
    private final List<Rule> rules = new ArrayList<>();
    private final Random random = new Random(7);
    private Duration delay = Duration.ZERO;
    private double sigma;

    /** How a call goes wrong. */
    sealed interface Fault {
        record Answer(int status, String type, String body) implements Fault {}

        record Truncated() implements Fault {}

        record Reset(boolean afterEffect) implements Fault {}

        record Closed() implements Fault {}

        record Hanging(Duration time) implements Fault {}
    }

    /** A rule for some calls of a method. */
    public final class Rule {
        private final String method;
        private int skip;
        private int times = 1;
        private double probability = 1;
        private Predicate<Arguments> only = arguments -> true;
        private @Nullable Fault fault;

        private Rule(String method) {
            this.method = method.toLowerCase(Locale.ROOT);
        }

        /** Leaves the first calls alone. */
        public Rule after(int calls) {
            skip = calls;
            return this;
        }

        /** For so many calls. */
        public Rule times(int calls) {
            times = calls;
            return this;
        }

        /** For every call. */
        public Rule always() {
            return times(Integer.MAX_VALUE);
        }

        /** For a share of the calls. */
        public Rule chance(double share) {
            probability = share;
            return this;
        }

        /** Only for calls to one chat. */
        public Rule to(long chat) {
            only = arguments -> arguments.number("chat_id", 0) == chat;
            return this;
        }

        /** Answers with this instead. */
        public void answer(int status, String json) {
            set(new Fault.Answer(status, "application/json", json));
        }

        /** What a gateway says. */
        public void html(int status) {
            set(new Fault.Answer(status, "text/html", "<html><h1>" + status + "</h1></html>"));
        }

        /** Sends half of the right answer. */
        public void truncate() {
            set(new Fault.Truncated());
        }

        /** Resets the connection and does nothing. */
        public void resetBefore() {
            set(new Fault.Reset(false));
        }

        /** Does what was asked and resets the connection. */
        public void resetAfter() {
            set(new Fault.Reset(true));
        }

        /** Closes without an answer. */
        public void close() {
            set(new Fault.Closed());
        }

        /** Answers after a while. */
        public void hang(Duration time) {
            set(new Fault.Hanging(time));
        }

        private void set(Fault how) {
            synchronized (Faults.this) {
                fault = how;
                rules.add(this);
            }
        }

        private boolean hits(String called, Arguments arguments) {
            if (!method.equals(called) || !only.test(arguments) || times <= 0) {
                return false;
            }
            if (skip > 0) {
                skip--;
                return false;
            }
            if (random.nextDouble() >= probability) {
                return false;
            }
            times--;
            return true;
        }
    }

    /** Begins a rule. */
    public Rule on(String method) {
        return new Rule(method);
    }

    /** Every answer takes this long. */
    public synchronized void latency(Duration constant) {
        delay = constant;
        sigma = 0;
    }

    /** Every answer takes about this long, some much longer. */
    public synchronized void lognormal(Duration median, double spread) {
        delay = median;
        sigma = spread;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        rules.clear();
        delay = Duration.ZERO;
    }

    synchronized @Nullable Fault next(String method, Arguments arguments) {
        for (var rule : rules) {
            if (rule.hits(method, arguments)) {
                return rule.fault;
            }
        }
        return null;
    }

    synchronized Duration delay() {
        return delay.isZero() || sigma == 0
                ? delay
                : Duration.ofNanos(
                        (long) (delay.toNanos() * Math.exp(sigma * random.nextGaussian())));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
