package io.planstream.local.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.planstream.local.home.Home;
import io.planstream.local.home.Json;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.stack.Stack;
import io.planstream.local.terminal.Terminal;
import io.planstream.local.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Says what runs.
 */
@Command(name = "status", mixinStandardHelpOptions = true,
		description = "Say what of the local stack is running, and where.")
final class StatusCommand implements Callable<Integer> {

	@Option(names = "--json", description = "Write JSON for programs.")
	private boolean json;

	@Mixin
	private CommonOptions common;

	private final Terminal terminal = Terminal.system();

	@Override
	public Integer call() {
		Home home = this.common.home();
		home.check();
		List<ServiceStatus> services = home.exists() ? new Stack(home, ProjectFiles.find(), (line) -> {
		}).status() : List.of();
		String state = state(services);
		if (this.json) {
			this.terminal.line(Json.MAPPER.writeValueAsString(facts(home, state, services)));
		}
		else {
			show(home, state, services);
		}
		return PlanStreamCommand.DONE;
	}

	private static String state(List<ServiceStatus> services) {
		if (services.stream().allMatch(ServiceStatus::isDown)) {
			return "DOWN";
		}
		return services.stream().allMatch(ServiceStatus::isReady) ? "UP" : "PARTLY_UP";
	}

	private static Map<String, Object> facts(Home home, String state, List<ServiceStatus> services) {
		Map<String, Object> facts = new LinkedHashMap<>();
		boolean up = !state.equals("DOWN");
		Addresses addresses = home.exists() ? Addresses.of(home) : null;
		facts.put("state", state);
		facts.put("console", up ? addresses.console() : null);
		facts.put("kafka", up ? addresses.kafka() : null);
		facts.put("jdbc", up ? addresses.jdbc() : null);
		facts.put("home", home.folder().toString());
		facts.put("processes", services.stream().map(StatusCommand::facts).toList());
		return facts;
	}

	private static Map<String, Object> facts(ServiceStatus service) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", service.name());
		facts.put("state", service.state());
		facts.put("pid", service.pid());
		facts.put("log", service.log());
		return facts;
	}

	private void show(Home home, String state, List<ServiceStatus> services) {
		this.terminal.line("The stack in " + home.folder() + " is " + state);
		if (state.equals("DOWN")) {
			return;
		}
		Addresses addresses = Addresses.of(home);
		TextTable table = new TextTable(List.of("service", "state", "pid", "log"));
		for (ServiceStatus service : services) {
			table.row(List.of(service.name(), service.state(), (service.pid() != null) ? service.pid().toString() : "-",
					service.log()));
		}
		this.terminal.line(table.plain());
		this.terminal.line("  Console   " + addresses.console());
		this.terminal.line("  Kafka     " + addresses.kafka());
		this.terminal.line("  Database  " + addresses.jdbc());
	}

}
