package io.planstream.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.planstream.testsupport.fault.TcpProxy;
import io.planstream.testsupport.fault.Victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Faults of every kind, one after the other, as a seed has it. Each is over when it
 * returns, but for what it killed, which may still be starting.
 */
final class RandomFaults {

	private static final List<String> NAMES = List.of("broker", "consumer", "database", "ingest");

	private final FaultyStack stack;

	private final Random random;

	private final Map<String, Integer> done = new TreeMap<>();

	RandomFaults(FaultyStack stack, Random random) {
		this.stack = stack;
		this.random = random;
	}

	/** How often what was done, by its name and victim. */
	Map<String, Integer> done() {
		return this.done;
	}

	/** How many there were. */
	int total() {
		return this.done.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** A random time between two. */
	Duration pause(Duration least, Duration most) {
		return least.plusMillis(this.random.nextLong(most.minus(least).toMillis()));
	}

	boolean toss() {
		return this.random.nextBoolean();
	}

	/**
	 * Kills one process or two, and starts them again at once. None of them may have
	 * ended by itself.
	 * @param most how many
	 */
	void kill(int most) {
		List<String> names = new ArrayList<>(NAMES);
		Collections.shuffle(names, this.random);
		boolean pair = this.random.nextInt(4) == 0 && most > 1;
		List<String> chosen = names.subList(0, pair ? 2 : 1);
		List<Victim> victims = chosen.stream().map(this.stack.victims()::get).toList();
		victims.forEach(
				(victim) -> assertThat(victim.process().isAlive()).as(chosen + " before they are killed").isTrue());
		victims.forEach(Victim::kill);
		victims.forEach(Victim::startAgain);
		chosen.forEach((name) -> note("kill", name));
	}

	/** Freezes a process or breaks a network, for seconds; every process lives on. */
	void hinder() {
		switch (this.random.nextInt(5)) {
			case 0 -> freeze();
			case 1 -> network("cut", TcpProxy::cut, Duration.ZERO);
			case 2 -> network("refuse", (network) -> network.refuse(true), seconds(10));
			case 3 ->
				network("delay", (network) -> network.delay(Duration.ofMillis(this.random.nextInt(100))), seconds(15));
			default -> network("lost commit", (network) -> network.cutAnswersTo("commit", 3), seconds(10));
		}
	}

	private void freeze() {
		String name = NAMES.get(this.random.nextInt(NAMES.size()));
		Victim victim = this.stack.victims().get(name);
		note("freeze", name);
		victim.freeze();
		pass(seconds(15));
		victim.thaw();
	}

	private void network(String fault, Consumer<TcpProxy> begin, Duration time) {
		boolean ofDatabase = fault.equals("lost commit") || this.random.nextBoolean();
		TcpProxy network = ofDatabase ? this.stack.database().network() : this.stack.broker().network();
		note(fault, ofDatabase ? "database" : "broker");
		begin.accept(network);
		pass(time);
		network.heal();
	}

	private Duration seconds(int most) {
		return Duration.ofMillis(this.random.nextInt(most * 1000));
	}

	private void note(String fault, String victim) {
		this.done.merge(fault + " " + victim, 1, Integer::sum);
		System.out.println("Fault: " + fault + " " + victim);
	}

	/** The fault itself takes this long. */
	private static void pass(Duration time) {
		await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
	}

}
