/**
 * Crosswalks: the rows of Crosswalk2015, Crosswalk2016 and later ones.
 */
package io.planstream.model.crosswalk;
