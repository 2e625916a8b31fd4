/**
 * Topics and the state of the broker.
 */
package io.planstream.ingest.kafka;
