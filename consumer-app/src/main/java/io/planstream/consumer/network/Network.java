package io.planstream.consumer.network;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A network of an issuer. Of several source rows for one key the first by file and line
 * stays.
 */
@Entity
@Immutable
@Table(name = "network")
class Network {

	@EmbeddedId
	private Key key;

	private String networkName;

	private String networkUrl;

	private long sourceRows;

	private long sourceOrder;

	protected Network() {
	}

	@Override
	public String toString() {
		return this.key + ": network name " + this.networkName + ", network url " + this.networkUrl + ", source rows "
				+ this.sourceRows + ", source order " + this.sourceOrder;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String issuerId,
			String networkId) implements Serializable {
	}

}
