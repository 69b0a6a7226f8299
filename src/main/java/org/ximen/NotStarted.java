package org.ximen;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says on the error stream in one sentence why the product did not start and what to do; the
 * process then ends with exit code 1. The stack trace is for those who start with {@code --debug},
 * and for what no sentence is known for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class NotStarted implements SpringBootExceptionReporter {
    private final boolean detailed;
    private final Reason reason;

    NotStarted(@Nullable ConfigurableApplicationContext context) {
        var environment = context == null ? null : context.getEnvironment();
        this.detailed = environment != null && environment.containsProperty("debug");
        this.reason = new Reason(environment);
    }

    @Override
    public boolean reportException(Throwable failure) {
        var why = reason.of(failure);
        Terminal.readable(System.err).println("西门小助没有启动：" + why.orElse("原因没有认出来。详细记录在下面，请交给维护的人。"));
        return why.isPresent() && !detailed;
    }
}
