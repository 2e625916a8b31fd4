/**
 * Where the records of a CSV file begin and end, in bytes and in lines, and their fields.
 */
package io.planstream.model.csv;
