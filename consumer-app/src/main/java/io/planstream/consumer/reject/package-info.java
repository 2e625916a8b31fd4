/**
 * What could not become part of the results: rejected rows and dead letters.
 */
package io.planstream.consumer.reject;
