package io.planstream.local.stack;

import java.util.Optional;

import io.planstream.local.home.Home;
import io.planstream.local.home.HomeLock;
import io.planstream.local.home.ProcessIdentity;
import io.planstream.local.home.StackState;

/**
 * A command's use of the stack. The stack is started if need be, and stopped again by the
 * last command that used it unless {@code up} asked for it to stay; also when the command
 * is interrupted. Thread-safe.
 */
public final class StackUse implements AutoCloseable {

	private final Home home;

	private final Stack stack;

	private final Thread hook;

	private boolean closed;

	private StackUse(Home home, Stack stack) {
		this.home = home;
		this.stack = stack;
		this.hook = new Thread(this::interrupted, "stack-stop");
	}

	/**
	 * Makes sure that the stack runs and notes that this command uses it.
	 * @param home the stack's folder, prepared
	 * @param stack the stack
	 * @param wantedConsole the port that the person asked for
	 * @return the use, to be closed
	 */
	public static StackUse begin(Home home, Stack stack, Optional<Integer> wantedConsole) {
		StackUse use = new StackUse(home, stack);
		Runtime.getRuntime().addShutdownHook(use.hook);
		try {
			HomeLock.holding(home, () -> {
				home.save(home.state().withUser(ProcessIdentity.self()));
				stack.start(wantedConsole);
			});
			return use;
		}
		catch (RuntimeException ex) {
			use.close();
			throw ex;
		}
	}

	/**
	 * Whether the stack will end with this command.
	 * @return false if it was up before, or another command uses it too
	 */
	public boolean endsWithThisCommand() {
		return isLast(this.home.state().withoutUser(ProcessIdentity.self()));
	}

	/**
	 * Makes the stack stay up when no command uses it any more.
	 */
	public void keepUp() {
		HomeLock.holding(this.home, () -> this.home.save(this.home.state().withKeepUp(true)));
	}

	/**
	 * Starts again what has died.
	 */
	public void heal() {
		this.stack.heal();
	}

	@Override
	public void close() {
		release();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// the virtual machine is ending: the hook runs, and finds nothing to do
			return;
		}
	}

	private void interrupted() {
		this.stack.cancel();
		release();
	}

	private synchronized void release() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		HomeLock.holding(this.home, () -> {
			StackState state = this.home.state().withoutUser(ProcessIdentity.self());
			this.home.save(state);
			if (isLast(state)) {
				this.stack.stop();
			}
		});
	}

	private static boolean isLast(StackState state) {
		return !state.keepUp() && state.users().isEmpty();
	}

}
