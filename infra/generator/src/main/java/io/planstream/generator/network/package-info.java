/**
 * Writes Network.csv.
 */
package io.planstream.generator.network;
