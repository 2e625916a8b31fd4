package io.planstream.model.failure;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import io.planstream.model.avro.UndecodableRecordException;

/**
 * The two kinds of failure. The doubtful ones are taken for transient: waiting loses
 * nothing and is seen, a dead letter takes a row out of the results.
 */
public enum Failure {

	/** It passes by itself or when someone mends the server: try again without end. */
	TRANSIENT,

	/** It stays whenever this record is applied. */
	POISON;

	/**
	 * Errors about data that the servers report under the general state {@code HY000}, or
	 * under that of a broken connection although only this statement is too large: out of
	 * range for the character set, no default value, check constraint, packet too large.
	 */
	private static final Set<Integer> DATA_ERRORS = Set.of(1366, 1364, 3819, 4025, 1153);

	/**
	 * Classifies a failure by what lies at its bottom.
	 * @param failure as it arrived, wrapped or not
	 * @return its kind
	 */
	public static Failure of(Throwable failure) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> left = new ArrayDeque<>();
		left.add(failure);
		boolean poison = false;
		while (!left.isEmpty()) {
			Throwable next = left.poll();
			if (!seen.add(next)) {
				continue;
			}
			if (next instanceof SQLException sql) {
				if (!isAboutData(sql)) {
					return TRANSIENT;
				}
				poison = true;
				if (sql.getNextException() != null) {
					left.add(sql.getNextException());
				}
			}
			poison |= next instanceof PoisonException || next instanceof UndecodableRecordException;
			if (next.getCause() != null) {
				left.add(next.getCause());
			}
		}
		return poison ? POISON : TRANSIENT;
	}

	/**
	 * What lies at the bottom of a failure.
	 * @param failure as it arrived, wrapped or not
	 * @return the last of its causes, or itself
	 */
	public static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root;
	}

	/**
	 * What a failure says, without the rest that drivers and brokers add to it.
	 * @param failure the failure itself, not its causes
	 * @return one line
	 */
	public static String firstLine(Throwable failure) {
		return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
	}

	private static boolean isAboutData(SQLException failure) {
		if (DATA_ERRORS.contains(failure.getErrorCode())
				|| failure.getClass().getSimpleName().equals("PacketTooBigException")) {
			return true;
		}
		String state = failure.getSQLState();
		return state != null && (state.startsWith("22") || state.startsWith("23"));
	}

}
