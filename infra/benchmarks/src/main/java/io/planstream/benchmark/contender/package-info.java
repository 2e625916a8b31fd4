/**
 * What is measured side by side.
 */
package io.planstream.benchmark.contender;
