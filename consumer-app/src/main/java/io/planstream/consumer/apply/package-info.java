/**
 * Applies batches within JPA transactions.
 */
package io.planstream.consumer.apply;
