package io.planstream.model.clock;

/**
 * The machine's clock was set back. What waits by it would wait longer by as much, and
 * has to begin anew.
 */
public record ClockSetBack() {
}
