/**
 * Writes Crosswalk2015.csv and Crosswalk2016.csv.
 */
package io.planstream.generator.crosswalk;
