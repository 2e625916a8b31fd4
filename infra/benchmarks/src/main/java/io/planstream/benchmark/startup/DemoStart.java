package io.planstream.benchmark.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Wait;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.Host;
import io.planstream.local.home.Home;
import io.planstream.local.stack.Services;
import io.planstream.local.terminal.Problem;

/**
 * {@code ./planstream demo} from a built project in a new folder: until the first row is
 * in the database, and how long each part of the way takes. What the first start of all
 * leaves behind, such as archives of classes, is there: one that does not count comes
 * before each that does.
 */
public final class DemoStart implements Contender {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	@Override
	public Label label() {
		return new Label("startup", "startup",
				"./planstream demo in a new folder, from the command to the first row in the database");
	}

	@Override
	public boolean warmsUp() {
		return false;
	}

	@Override
	public Trial begin(Ground ground) throws Exception {
		start(ground);
		return (rounds) -> start(ground);
	}

	private static Repetition start(Ground ground) throws Exception {
		try {
			return run(ground);
		}
		finally {
			ground.home().delete();
		}
	}

	private static Repetition run(Ground ground) throws Exception {
		Home home = ground.home();
		Path log = Files.createTempFile("planstream-bench", ".log");
		long begun = System.nanoTime();
		Process demo = new ProcessBuilder(launcher(ground), "demo", "--exit", "--no-open", "--home",
				home.folder().toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			Wait.until("The first row", LIMIT, () -> hasRow(home) || !demo.isAlive());
			double firstRow = seconds(begun);
			if (demo.waitFor() != 0) {
				throw new IllegalStateException("The demo has failed:\n" + Files.readString(log));
			}
			Map<String, Double> figures = new LinkedHashMap<>();
			figures.put("to the first row, s", firstRow);
			figures.put("to the end of the demo, s", seconds(begun));
			figures.put("stack ready, s", found("Ready after ([0-9.]+) seconds", log));
			figures.put("ingest-app, s", found("Started .* in ([0-9.]+) seconds", home.log("ingest-app")));
			figures.put("consumer-app, s", found("Started .* in ([0-9.]+) seconds", home.log("consumer-app")));
			return new Repetition(0, 0, List.of(), figures);
		}
		finally {
			demo.destroy();
			demo.waitFor();
			Files.delete(log);
		}
	}

	private static String launcher(Ground ground) {
		return ground.project().root().resolve(Host.isWindows() ? "planstream.cmd" : "planstream").toString();
	}

	private static double seconds(long begun) {
		return (System.nanoTime() - begun) / 1e9;
	}

	/** Until the server is up and its tables are made, there is none. */
	private static boolean hasRow(Home home) {
		try {
			// the passwords are for the demo to make
			if (!Files.exists(home.file("credentials.json")) || home.state().ports().database() == 0) {
				return false;
			}
			try (Connection connection = DriverManager.getConnection(Services.jdbcUrl(home.state()),
					DatabaseAccounts.MIGRATOR, home.credentials().migratorPassword());
					Statement statement = connection.createStatement();
					ResultSet result = statement.executeQuery("select 1 from dataset_total limit 1")) {
				return result.next();
			}
		}
		catch (SQLException | Problem ex) {
			return false;
		}
	}

	private static double found(String pattern, Path file) throws IOException {
		Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file, StandardCharsets.UTF_8));
		if (!matcher.find()) {
			throw new IllegalStateException(file + " does not say " + pattern);
		}
		return Double.parseDouble(matcher.group(1));
	}

}
