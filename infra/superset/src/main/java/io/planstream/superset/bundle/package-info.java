/**
 * The dashboards as one file that a Superset imports, with the address of its database.
 */
package io.planstream.superset.bundle;
