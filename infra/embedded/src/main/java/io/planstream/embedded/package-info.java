/**
 * A real Kafka broker and a real MySQL-compatible server for one machine, without Docker.
 */
package io.planstream.embedded;
