package io.planstream.model;

/**
 * Version of everything that decides what a row becomes: grammar, parsing, data rules,
 * keys, sequences, partitions and schemas. A run is finished under the version it was
 * begun with, so any change to those raises the number.
 */
public final class ContractVersion {

	/** The version of this release. */
	public static final int CURRENT = 4;

	private ContractVersion() {
	}

}
