/**
 * Service areas: the rows of ServiceArea.
 */
package io.planstream.model.area;
