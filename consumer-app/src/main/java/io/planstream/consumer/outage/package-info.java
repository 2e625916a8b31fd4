/**
 * Tells failures that pass from failures that stay, and keeps record of the former.
 */
package io.planstream.consumer.outage;
