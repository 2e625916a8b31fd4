package io.planstream.benchmark.bare;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.Repetition;

/**
 * A contender that gets a new topic for each repetition. Immutable.
 */
public interface TopicContender extends Contender {

	/**
	 * Does the work once.
	 * @param ground where to run
	 * @param servers the servers there
	 * @param sample the files
	 * @param topic a topic without records
	 * @return what it gave
	 * @throws Exception if it fails, or does not do all of the work
	 */
	Repetition run(Ground ground, Servers servers, Sample sample, String topic) throws Exception;

	@Override
	default Trial begin(Ground ground) {
		Servers servers = ground.servers();
		return (sample) -> {
			String topic = "bench-" + System.nanoTime();
			return Clients.withTopic(servers.bootstrapServers(), topic, () -> run(ground, servers, sample, topic));
		};
	}

}
