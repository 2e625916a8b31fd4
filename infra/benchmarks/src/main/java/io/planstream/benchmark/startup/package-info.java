/**
 * How long a start takes.
 */
package io.planstream.benchmark.startup;
