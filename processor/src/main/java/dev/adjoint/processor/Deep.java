package dev.adjoint.processor;

import org.jspecify.annotations.Nullable;

/**
 * Work in a thread with room for deep recursion. A compiler's thread has about a megabyte of stack, with which javac
 * itself reads a sum of thousands of terms; the stages recurse over it more often and with larger frames.
 */
final class Deep {
    /** Bytes of address space; memory is used only as deep as the recursion goes. */
    private static final long STACK = 256L << 20;

    private Deep() {}

    /** Runs the work to its end, and throws what it throws. */
    static void run(Runnable work) {
        Failure failure = new Failure();
        Thread thread = new Thread(null, work, "Adjoint", STACK);
        thread.setUncaughtExceptionHandler(failure);
        thread.start();
        boolean interrupted = joined(thread);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.rethrow();
    }

    /** Waits in any case, since the compiler must not go on beside the work; tells whether it was interrupted. */
    private static boolean joined(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private static final class Failure implements Thread.UncaughtExceptionHandler {
        private @Nullable Throwable thrown;

        @Override
        public void uncaughtException(Thread thread, Throwable e) {
            thrown = e;
        }

        void rethrow() {
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
        }
    }
}
