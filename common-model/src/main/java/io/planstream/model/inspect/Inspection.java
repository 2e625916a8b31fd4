package io.planstream.model.inspect;

import java.util.List;

import io.planstream.model.RunId;

/**
 * What the paths hold.
 *
 * @param files source files in reading order: plans first
 * @param ignored what was passed over, each with the reason, for people
 */
public record Inspection(List<SourceFile> files, List<String> ignored) {

	/**
	 * The hash that stands for all files.
	 * @return 64 hexadecimal digits; the same whatever the files' names and order
	 */
	public String contentHash() {
		return RunId.contentHash(this.files.stream().map(SourceFile::contentHash).toList());
	}

}
