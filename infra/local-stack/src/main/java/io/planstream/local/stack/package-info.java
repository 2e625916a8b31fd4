/**
 * Starts, watches and stops the processes of the local stack.
 */
package io.planstream.local.stack;
