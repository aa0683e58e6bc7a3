package dev.adjoint.processor.frontend;

/**
 * What may be known of a value.
 *
 * @param active whether it may have a derivative
 * @param foreign whether it may be, or hold, an array that lives outside of the method
 */
record Flow(boolean active, boolean foreign) {
    static final Flow NONE = new Flow(false, false);
    static final Flow ACTIVE = new Flow(true, false);
    static final Flow FOREIGN = new Flow(false, true);

    Flow join(Flow other) {
        return new Flow(active || other.active, foreign || other.foreign);
    }
}
