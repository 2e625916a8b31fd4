/**
 * Writes CSV as bytes, and files that appear only when they are whole.
 */
package io.planstream.generator.csv;
