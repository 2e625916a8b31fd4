/**
 * Keeps what can never be applied.
 */
package io.planstream.model.reject;
