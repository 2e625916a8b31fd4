/**
 * The cluster engine: a Structured Streaming job that applies the topics to the tables.
 */
package io.planstream.spark;
