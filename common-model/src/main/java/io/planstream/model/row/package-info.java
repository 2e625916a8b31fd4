/**
 * What all rows have in common: reading values, data rules, and rejects.
 */
package io.planstream.model.row;
