package io.planstream.benchmark.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.planstream.benchmark.application.ConsumeAlone;
import io.planstream.benchmark.application.IngestAlone;
import io.planstream.benchmark.application.Resume;
import io.planstream.benchmark.application.WholeWay;
import io.planstream.benchmark.bare.BareContender;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.latency.PacedRun;
import io.planstream.benchmark.perf.KafkaPerf;
import io.planstream.benchmark.sql.LoadData;
import io.planstream.benchmark.startup.DemoStart;
import io.planstream.benchmark.stock.BatchStock;
import io.planstream.local.terminal.Problem;

/**
 * All contenders, in the order of the report.
 */
final class Contenders {

	private Contenders() {
	}

	static List<Contender> all() {
		List<Contender> all = new ArrayList<>(List.of(BareContender.values()));
		all.addAll(List.of(new IngestAlone(), new ConsumeAlone(), WholeWay.RATES, WholeWay.COLD, WholeWay.ALL,
				WholeWay.SPARK));
		all.addAll(List.of(LoadData.values()));
		all.addAll(List.of(KafkaPerf.values()));
		all.add(new BatchStock());
		Stream.of(1_000, 20_000, 100_000).map(PacedRun::new).forEach(all::add);
		all.add(new DemoStart());
		Stream.of(16, 4, 1).map(WholeWay::size).forEach(all::add);
		Stream.of(1, 24).map(WholeWay::partitions).forEach(all::add);
		Stream.of(2, 4).map(WholeWay::instances).forEach(all::add);
		all.add(new Resume());
		return all;
	}

	/** All of them if nothing is named. */
	static List<Contender> named(List<String> names) {
		for (String name : names) {
			if (all().stream().noneMatch((contender) -> isMeant(contender, name))) {
				throw new Problem("UNKNOWN_CONTENDER", "There is no contender or group " + name,
						"./planstream bench --list names them.");
			}
		}
		return all().stream()
			.filter((contender) -> names.isEmpty() || names.stream().anyMatch((name) -> isMeant(contender, name)))
			.toList();
	}

	private static boolean isMeant(Contender contender, String name) {
		return contender.label().id().equals(name) || contender.label().group().equals(name);
	}

	static List<String> lines() {
		Map<String, List<String>> groups = new LinkedHashMap<>();
		all().stream()
			.map(Contender::label)
			.forEach((label) -> groups.computeIfAbsent(label.group(), (group) -> new ArrayList<>())
				.add(String.format(Locale.ROOT, "  %-20s %s", label.id(), label.title())));
		List<String> lines = new ArrayList<>();
		groups.forEach((group, members) -> {
			lines.add(group);
			lines.addAll(members);
		});
		return lines;
	}

}
