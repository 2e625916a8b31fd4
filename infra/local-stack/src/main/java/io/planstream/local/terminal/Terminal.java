package io.planstream.local.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where commands write. Knows whether a person watches: then a block of lines can be
 * written over with newer ones. Thread-safe.
 */
public final class Terminal {

	private static final int DEFAULT_WIDTH = 100;

	private final PrintStream out;

	private final int width;

	private int liveLines;

	/**
	 * Makes a terminal.
	 * @param out receives the text
	 * @param width the columns of the screen, or 0 if the text goes to a file or a
	 * program
	 */
	public Terminal(PrintStream out, int width) {
		this.out = out;
		this.width = width;
	}

	/**
	 * The terminal of this program. The launcher says how wide it is, because a program
	 * in Java cannot tell.
	 * @return the terminal
	 */
	public static Terminal system() {
		PrintStream utf8 = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		return new Terminal(utf8, Integer.getInteger("planstream.columns", 0));
	}

	/**
	 * Whether a person watches.
	 * @return false if the text goes to a file or a program
	 */
	public boolean isInteractive() {
		return this.width > 0;
	}

	/**
	 * How many characters fit in a line.
	 * @return the screen's columns, or a usual figure
	 */
	public int width() {
		return isInteractive() ? this.width : DEFAULT_WIDTH;
	}

	/**
	 * Writes a line that stays.
	 * @param text the line, or several
	 */
	public synchronized void line(String text) {
		eraseLive();
		this.out.println(text);
		this.out.flush();
	}

	/**
	 * Writes text without ending the line, as a prompt.
	 * @param text the text
	 */
	public synchronized void prompt(String text) {
		this.out.print(text);
		this.out.flush();
	}

	/**
	 * Writes lines that the next call replaces. Without a person at the terminal nothing
	 * is written.
	 * @param lines the lines
	 */
	public synchronized void live(List<String> lines) {
		if (!isInteractive()) {
			return;
		}
		eraseLive();
		for (String line : lines) {
			this.out.println((line.length() > this.width) ? line.substring(0, this.width) : line);
		}
		this.out.flush();
		this.liveLines = lines.size();
	}

	/**
	 * Lets the lines written last by {@link #live} stay.
	 */
	public synchronized void keepLive() {
		this.liveLines = 0;
	}

	private void eraseLive() {
		if (this.liveLines > 0) {
			// up to the first of the lines, then clear to the end of the screen
			this.out.print("\u001b[" + this.liveLines + "A\u001b[J");
			this.liveLines = 0;
		}
	}

}
