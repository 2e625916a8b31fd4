/**
 * Writes a synthetic data set that looks like the published one: the way in.
 */
package io.planstream.generator;
