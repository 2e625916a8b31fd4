/**
 * How both applications begin.
 */
package io.planstream.start;
