/**
 * The one place that asks what time it is.
 */
package io.planstream.consumer.clock;
