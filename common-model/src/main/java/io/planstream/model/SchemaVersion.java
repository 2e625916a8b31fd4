package io.planstream.model;

/**
 * The newest migration of the database schema that this release was made for.
 */
public final class SchemaVersion {

	/** The number of the newest {@code V} file of db-migrations. */
	public static final int CURRENT = 6;

	private SchemaVersion() {
	}

}
