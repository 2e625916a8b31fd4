package io.planstream.local.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is remembered of the stack between commands.
 *
 * @param format the layout of this file
 * @param keepUp whether the stack stays up when no command uses it: {@code up} was typed
 * @param ports the ports chosen so far
 * @param processes the processes by the name of their service
 * @param users the commands that use the stack at the moment
 */
public record StackState(int format, boolean keepUp, Ports ports, Map<String, ProcessIdentity> processes,
		List<ProcessIdentity> users) {

	static final int FORMAT = 1;

	/** Nothing started yet. */
	public static final StackState EMPTY = new StackState(FORMAT, false, Ports.NONE, Map.of(), List.of());

	public StackState {
		ports = (ports != null) ? ports : Ports.NONE;
		processes = (processes != null) ? Map.copyOf(processes) : Map.of();
		users = (users != null) ? List.copyOf(users) : List.of();
	}

	/**
	 * The running process of a service.
	 * @param service the service's name
	 * @return the process, or empty if it is not running
	 */
	public Optional<ProcessHandle> process(String service) {
		return Optional.ofNullable(this.processes.get(service)).flatMap(ProcessIdentity::find);
	}

	/**
	 * Remembers a process.
	 * @param service the service's name
	 * @param process its process
	 * @return the changed state
	 */
	public StackState withProcess(String service, ProcessIdentity process) {
		Map<String, ProcessIdentity> changed = new TreeMap<>(this.processes);
		changed.put(service, process);
		return new StackState(this.format, this.keepUp, this.ports, changed, this.users);
	}

	/**
	 * Forgets a process.
	 * @param service the service's name
	 * @return the changed state
	 */
	public StackState withoutProcess(String service) {
		Map<String, ProcessIdentity> changed = new TreeMap<>(this.processes);
		changed.remove(service);
		return new StackState(this.format, this.keepUp, this.ports, changed, this.users);
	}

	/**
	 * Remembers the ports.
	 * @param chosen the ports
	 * @return the changed state
	 */
	public StackState withPorts(Ports chosen) {
		return new StackState(this.format, this.keepUp, chosen, this.processes, this.users);
	}

	/**
	 * Remembers whether the stack stays up by itself.
	 * @param keep whether it stays
	 * @return the changed state
	 */
	public StackState withKeepUp(boolean keep) {
		return new StackState(this.format, keep, this.ports, this.processes, this.users);
	}

	/**
	 * Adds a command that uses the stack, and forgets those that have ended.
	 * @param user the command's process
	 * @return the changed state
	 */
	public StackState withUser(ProcessIdentity user) {
		List<ProcessIdentity> changed = new ArrayList<>(withoutUser(user).users());
		changed.add(user);
		return new StackState(this.format, this.keepUp, this.ports, this.processes, changed);
	}

	/**
	 * Removes a command, and forgets those that have ended.
	 * @param user the command's process
	 * @return the changed state
	 */
	public StackState withoutUser(ProcessIdentity user) {
		List<ProcessIdentity> changed = this.users.stream()
			.filter((other) -> !other.equals(user) && other.find().isPresent())
			.toList();
		return new StackState(this.format, this.keepUp, this.ports, this.processes, changed);
	}

}
