package io.planstream.consumer.percentile;

import io.planstream.model.percentile.PercentileGroup;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * A group whose histogram changed since its percentiles were taken.
 */
@Entity
@Immutable
@Table(name = "rate_percentile_stale")
class StaleGroup {

	@EmbeddedId
	private GroupId group;

	protected StaleGroup() {
	}

	PercentileGroup group() {
		return this.group.toGroup();
	}

}
