/**
 * Asks the ingesting application for runs and shows how they go.
 */
package io.planstream.local.run;
