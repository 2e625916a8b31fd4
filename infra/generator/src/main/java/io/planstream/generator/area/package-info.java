/**
 * Writes ServiceArea.csv.
 */
package io.planstream.generator.area;
