/**
 * Reads the topics from the stored positions on and hands what it reads to the applier.
 */
package io.planstream.consumer.listen;
