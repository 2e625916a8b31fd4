/**
 * How fast the views answer what charts ask of them.
 */
package io.planstream.benchmark.query;
