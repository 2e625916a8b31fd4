package io.planstream.model.percentile;

import java.util.List;

import io.planstream.model.aggregate.HistogramBuckets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;

import static org.assertj.core.api.Assertions.assertThat;

class DistributionTests {

	@Property
	void percentilesAreWithinOnePercentOfTheExactNearestRank(
			@ForAll @Size(min = 1, max = 300) List<@LongRange(min = 100, max = 999_999_999) Long> prices,
			@ForAll @IntRange(min = 1, max = 100) int percent) {
		Distribution distribution = new Distribution();
		for (long price : prices) {
			distribution.add(HistogramBuckets.of(price), 1);
		}
		long exact = prices.stream()
			.sorted()
			.skip((int) Math.ceil(prices.size() * percent / 100.0) - 1)
			.findFirst()
			.orElseThrow();
		assertThat(distribution.percentile(percent)).isCloseTo(exact, Percentage.withPercentage(1.0));
	}

}
