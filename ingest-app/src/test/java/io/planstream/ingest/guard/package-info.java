/**
 * Attacks on the REST interface of a running application that asks for credentials.
 */
package io.planstream.ingest.guard;
