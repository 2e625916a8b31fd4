/**
 * Machines' clocks that are set back. Kafka's clients wait by them: for an answer, to
 * connect again, for a batch to fill.
 */
package io.planstream.model.clock;
