/**
 * Avro's single-object encoding, read and written without an allocation that can be
 * avoided, and the schemas with their earlier versions.
 */
package io.planstream.model.avro;
