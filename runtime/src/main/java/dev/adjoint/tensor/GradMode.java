package dev.adjoint.tensor;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether the current thread records operations. */
final class GradMode {
    private static final ThreadLocal<GradMode> CURRENT = ThreadLocal.withInitial(GradMode::new);

    /** How many threads record nothing now; while it is zero nobody needs to look at its own mode. */
    private static final AtomicInteger DISABLED = new AtomicInteger();

    private boolean enabled = true;

    private GradMode() {}

    static boolean isEnabled() {
        return DISABLED.get() == 0 || CURRENT.get().enabled;
    }

    /** Sets the current thread's mode and returns the one before. */
    static boolean set(boolean enabled) {
        GradMode mode = CURRENT.get();
        boolean before = mode.enabled;
        if (before != enabled) {
            mode.enabled = enabled;
            DISABLED.addAndGet(enabled ? -1 : 1);
        }
        return before;
    }
}
