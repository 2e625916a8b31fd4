/**
 * A small SQL client for the local database.
 */
package io.planstream.local.sql;
