/**
 * The same files by SQL alone.
 */
package io.planstream.benchmark.sql;
