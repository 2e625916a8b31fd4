/**
 * Which run the views show.
 */
package io.planstream.ingest.serving;
