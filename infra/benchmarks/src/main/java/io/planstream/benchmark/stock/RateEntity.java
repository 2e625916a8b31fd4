package io.planstream.benchmark.stock;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of rates as a row of a table. For one thread.
 */
@Entity
@Table(name = "bench_stock_rate")
class RateEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private int businessYear;

	@Column(length = 16)
	private String stateCode;

	@Column(length = 16)
	private String issuerId;

	@Column(length = 40)
	private String planId;

	@Column(length = 40)
	private String ratingArea;

	@Column(length = 40)
	private String tobacco;

	@Column(length = 24)
	private String age;

	private BigDecimal rate;

	private BigDecimal tobaccoRate;

	protected RateEntity() {
	}

	RateEntity(RateMessage message) {
		this.businessYear = message.businessYear();
		this.stateCode = message.stateCode();
		this.issuerId = message.issuerId();
		this.planId = message.planId();
		this.ratingArea = message.ratingArea();
		this.tobacco = message.tobacco();
		this.age = message.age();
		this.rate = message.rate();
		this.tobaccoRate = message.tobaccoRate();
	}

}
