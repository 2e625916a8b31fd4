/**
 * Applies what is published to the tables, every record exactly once.
 */
package io.planstream.consumer;
