package io.planstream.model.inspect;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What lies in a folder, at any depth a person would use. Links are not followed: one
 * could lead to files that the person who allowed the folder did not mean.
 */
final class Folder extends SimpleFileVisitor<Path> {

	static final int DEEPEST = 8;

	private final Path root;

	private final List<Item> items = new ArrayList<>();

	/**
	 * A file with an ending that is looked for, a folder that lies too deep, or what
	 * cannot be seen.
	 *
	 * @param path where it is
	 * @param attributes what it is, or null if that cannot be seen
	 * @param failure why it cannot be seen, or null
	 */
	record Item(Path path, BasicFileAttributes attributes, IOException failure) {
	}

	private Folder(Path root) {
		this.root = root;
	}

	/**
	 * Lists a folder in the order of its names.
	 * @param path a folder, or a link to one: what is named is meant
	 */
	static List<Item> list(Path path) {
		Folder folder = new Folder(path);
		try {
			Path start = Files.isSymbolicLink(path) ? path.toRealPath() : path;
			folder = new Folder(start);
			Files.walkFileTree(start, Set.<FileVisitOption>of(), DEEPEST, folder);
		}
		catch (IOException ex) {
			folder.items.add(new Item(path, null, ex));
		}
		folder.items.sort(Comparator.comparing(Item::path));
		return folder.items;
	}

	@Override
	public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
		return isRaw(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (attributes.isDirectory() ? !isRaw(file) : hasKnownEnding(file)) {
			this.items.add(new Item(file, attributes, null));
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) {
		this.items.add(new Item(file, null, ex));
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult postVisitDirectory(Path directory, IOException ex) {
		if (ex != null) {
			this.items.add(new Item(directory, null, ex));
		}
		return FileVisitResult.CONTINUE;
	}

	private boolean isRaw(Path directory) {
		return !directory.equals(this.root) && directory.getFileName().toString().equalsIgnoreCase("raw");
	}

	private static boolean hasKnownEnding(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".zip");
	}

}
