/**
 * What an operator can set.
 */
package io.planstream.ingest.settings;
