/**
 * The first barrier: where consumption begins, or why it cannot.
 */
package io.planstream.model.position;
