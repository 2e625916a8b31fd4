/**
 * Moments at which a test can let a process die.
 */
package io.planstream.model.crash;
