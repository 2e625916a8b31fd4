/**
 * What is flowing: rows and their delay, by dataset, partition and second.
 */
package io.planstream.model.flow;
