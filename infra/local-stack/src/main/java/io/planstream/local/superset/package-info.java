/**
 * The dashboards brought into a Superset over its REST interface, and asked for their
 * data there: an import that succeeds proves nothing.
 */
package io.planstream.local.superset;
