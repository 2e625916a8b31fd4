/**
 * Keeps record of failures that pass.
 */
package io.planstream.consumer.outage;
