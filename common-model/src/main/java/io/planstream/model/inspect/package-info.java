/**
 * What lies in the paths a person names: source files, their content hash, years and
 * slices.
 */
package io.planstream.model.inspect;
