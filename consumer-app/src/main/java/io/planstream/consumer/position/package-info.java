/**
 * The first barrier: how far each partition is applied, kept with what is applied.
 */
package io.planstream.consumer.position;
