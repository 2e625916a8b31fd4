package io.planstream.local.sql;

/**
 * How results are written.
 *
 * @param header whether the names of the columns come first
 * @param tabs whether values are separated by tabs instead of framed, and nothing else is
 * said
 */
public record SqlStyle(boolean header, boolean tabs) {

}
