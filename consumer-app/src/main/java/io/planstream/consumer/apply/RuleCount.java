package io.planstream.consumer.apply;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How often a data rule held.
 */
@Entity
@Immutable
@Table(name = "rule_count")
class RuleCount {

	@EmbeddedId
	private Key key;

	private long affectedRows;

	protected RuleCount() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.affectedRows;
	}

	/**
	 * Names a count; partitions do not wait for each other.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, String dataset, String ruleName,
			@Column(name = "`partition`") int partition) implements Serializable {
	}

}
