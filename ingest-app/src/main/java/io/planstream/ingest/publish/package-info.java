/**
 * From records of a file to records that Kafka has acknowledged, block by block.
 */
package io.planstream.ingest.publish;
