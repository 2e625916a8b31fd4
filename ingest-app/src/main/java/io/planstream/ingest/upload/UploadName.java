package io.planstream.ingest.upload;

import java.util.regex.Pattern;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;

/**
 * Which names uploaded files may have: such as mean the same file on every system, and
 * nothing but a file.
 */
final class UploadName {

	private static final int LONGEST = 150;

	private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._()+ -]*\\.(?i:csv|csv\\.gz|zip)");

	/** Windows takes these for devices, whatever follows the first dot. */
	private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]) *(\\..*)?");

	private UploadName() {
	}

	/**
	 * Checks a name.
	 * @throws RefusedException if it is none for a file
	 */
	static String checked(String name) {
		if (name.length() > LONGEST || !ALLOWED.matcher(name).matches() || DEVICE.matcher(name).matches()) {
			throw new RefusedException(Code.BAD_FILE_NAME, "A file cannot be uploaded under this name",
					"Use at most " + LONGEST + " letters from A to Z, digits, blanks and . _ - ( ) +, ending in .csv,"
							+ " .csv.gz or .zip.");
		}
		return name;
	}

}
