/**
 * The command that measures.
 */
package io.planstream.benchmark.command;
