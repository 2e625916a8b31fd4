/**
 * The REST interface.
 */
package io.planstream.ingest.web;
