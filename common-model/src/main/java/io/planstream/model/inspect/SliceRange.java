package io.planstream.model.inspect;

/**
 * A slice of a source file, cut at record boundaries.
 *
 * @param startByte offset of its first record in the uncompressed content
 * @param endByte offset after its last record
 * @param startLine line of its first record; the header is line 1
 * @param rows records in it
 * @param checksum CRC-32C of its bytes, 8 hexadecimal digits
 */
public record SliceRange(long startByte, long endByte, long startLine, long rows, String checksum) {
}
