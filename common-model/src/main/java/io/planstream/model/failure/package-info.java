/**
 * Tells failures that pass from failures that stay.
 */
package io.planstream.model.failure;
