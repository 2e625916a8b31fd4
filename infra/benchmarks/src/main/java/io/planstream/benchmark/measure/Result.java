package io.planstream.benchmark.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What became of a contender.
 *
 * @param name its name
 * @param group the group it belongs to
 * @param title what is measured, in one sentence
 * @param repetitions how often it was measured, without the warm-up
 * @param rows rows of a repetition
 * @param seconds how long a repetition took, or null if that is not what is measured
 * @param rowsPerSecond rows per second, or null if that is not what is measured
 * @param processes what each process used: the median of the processor time, the highest
 * memory
 * @param figures further figures by their name and unit
 * @param failure why it could not be measured, or null
 */
public record Result(String name, String group, String title, int repetitions, long rows, Spread seconds,
		Spread rowsPerSecond, List<ProcessUse> processes, Map<String, Spread> figures, String failure) {

	/**
	 * The result of a contender that could not be measured.
	 * @param name its name
	 * @param group its group
	 * @param title what was to be measured
	 * @param failure why it could not be
	 * @return the result
	 */
	public static Result failed(String name, String group, String title, String failure) {
		return new Result(name, group, title, 0, 0, null, null, List.of(), Map.of(), failure);
	}

	/**
	 * The result of a contender.
	 * @param name its name
	 * @param group its group
	 * @param title what is measured
	 * @param repetitions at least one
	 * @return the result
	 */
	public static Result of(String name, String group, String title, List<Repetition> repetitions) {
		boolean timed = repetitions.get(0).seconds() > 0;
		return new Result(name, group, title, repetitions.size(), repetitions.get(0).rows(),
				timed ? spread(repetitions, Repetition::seconds) : null,
				timed ? spread(repetitions, Repetition::rowsPerSecond) : null, processes(repetitions),
				figures(repetitions), null);
	}

	private static Spread spread(List<Repetition> repetitions, Function<Repetition, Double> value) {
		return Spread.of(repetitions.stream().map(value).toList());
	}

	private static List<ProcessUse> processes(List<Repetition> repetitions) {
		return repetitions.get(0).processes().stream().map((first) -> {
			List<ProcessUse> same = repetitions.stream()
				.flatMap((repetition) -> repetition.processes().stream())
				.filter((use) -> use.process().equals(first.process()))
				.toList();
			Spread cpu = Spread.of(same.stream().map(ProcessUse::cpuSeconds).toList());
			Spread peak = Spread.of(same.stream().map(ProcessUse::peakMegabytes).toList());
			return new ProcessUse(first.process(), (cpu != null) ? cpu.median() : null,
					(peak != null) ? peak.max() : null);
		}).toList();
	}

	private static Map<String, Spread> figures(List<Repetition> repetitions) {
		Map<String, Spread> figures = new LinkedHashMap<>();
		repetitions.get(0)
			.figures()
			.keySet()
			.forEach((name) -> figures.put(name, spread(repetitions, (repetition) -> repetition.figures().get(name))));
		return figures;
	}

}
