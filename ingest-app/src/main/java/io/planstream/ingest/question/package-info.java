/**
 * The data set's own four questions, answered small.
 */
package io.planstream.ingest.question;
