/**
 * The dashboards as Superset's importer takes them, and what their charts ask.
 */
package io.planstream.superset.asset;
