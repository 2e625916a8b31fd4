package io.planstream.generator;

import java.nio.file.Path;

/**
 * A file that was written whole.
 *
 * @param path where it is
 * @param rows its data rows, the header not counted
 * @param bytes its size
 */
public record GeneratedFile(Path path, long rows, long bytes) {
}
