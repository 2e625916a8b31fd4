/**
 * The program that {@code ./planstream} runs.
 */
package io.planstream.local;
