package io.planstream.model.inspect;

import io.planstream.model.inspect.SourceFile.Place;

/**
 * Something that lies behind the paths a person names.
 */
sealed interface Found {

	Place place();

	/**
	 * Size of the file on disk; of an entry, what it unpacks to as its archive states.
	 */
	long sizeBytes();

	/**
	 * A file or entry that may be a source file.
	 *
	 * @param place where its bytes are
	 * @param sizeBytes its size
	 * @param named whether a person named it: what is named must be readable, what lies
	 * beside it may be anything
	 */
	record Candidate(Place place, long sizeBytes, boolean named) implements Found {
	}

	/**
	 * What is never opened.
	 *
	 * @param place where it is
	 * @param sizeBytes its size
	 * @param reason why it is passed over
	 */
	record PassedOver(Place place, long sizeBytes, String reason) implements Found {

		String message() {
			return this.place + ": " + this.reason;
		}

	}

	/**
	 * What nobody can look into, so that nobody knows what is missing without it.
	 *
	 * @param place where it is
	 * @param sizeBytes its size
	 * @param refusal what is wrong and what to do
	 */
	record Refused(Place place, long sizeBytes, InspectionException refusal) implements Found {
	}

}
