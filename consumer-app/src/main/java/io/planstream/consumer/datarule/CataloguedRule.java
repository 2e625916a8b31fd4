package io.planstream.consumer.datarule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * What the table says of a {@link io.planstream.model.row.DataRule}.
 */
@Entity
@Immutable
@Table(name = "data_rule")
class CataloguedRule {

	@Id
	private String ruleName;

	private String description;

	private String field;

	private String effect;

	protected CataloguedRule() {
	}

	@Override
	public String toString() {
		return this.ruleName + " " + this.effect + " (" + this.field + "): " + this.description;
	}

}
