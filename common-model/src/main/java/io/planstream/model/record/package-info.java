/**
 * What is published: a row or a reject with its provenance, and its form in bytes.
 */
package io.planstream.model.record;
