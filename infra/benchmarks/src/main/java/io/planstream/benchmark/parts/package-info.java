/**
 * The work on each row, step by step and in one thread, by JMH: for a closer look than a
 * profile gives.
 */
package io.planstream.benchmark.parts;
