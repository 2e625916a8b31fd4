/**
 * What all applications verify before they begin.
 */
package io.planstream.model.start;
