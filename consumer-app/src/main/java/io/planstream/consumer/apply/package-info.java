/**
 * The transaction that applies a batch of records once, whatever happens around it.
 */
package io.planstream.consumer.apply;
