/**
 * What Prometheus sees.
 */
package io.planstream.ingest.metrics;
