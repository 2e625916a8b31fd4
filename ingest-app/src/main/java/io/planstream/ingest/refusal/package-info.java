/**
 * What is refused, each with a code and what to do about it.
 */
package io.planstream.ingest.refusal;
