package io.planstream.model.record;

import io.planstream.model.avro.MessageSchema;

/**
 * The schemas of messages that carry no row.
 */
final class ControlSchemas {

	static final MessageSchema REJECT = MessageSchema.of("Reject", 1);

	static final MessageSchema END_OF_SLICE = MessageSchema.of("EndOfSlice", 1);

	private ControlSchemas() {
	}

}
