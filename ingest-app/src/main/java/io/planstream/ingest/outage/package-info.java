/**
 * How workers wait while a server is away, and how they are told to stop.
 */
package io.planstream.ingest.outage;
