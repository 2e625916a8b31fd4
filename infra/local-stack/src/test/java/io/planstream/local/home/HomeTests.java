package io.planstream.local.home;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import io.planstream.local.terminal.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class HomeTests {

	@TempDir
	private Path folder;

	private Home home;

	@BeforeEach
	void nameHome() {
		this.home = new Home(this.folder.resolve(".planstream"));
	}

	@Test
	void remembersTheState() {
		this.home.prepare();
		StackState state = StackState.EMPTY.withPorts(new Ports(1, 2, 3, 4, 5, 6))
			.withProcess("broker", new ProcessIdentity(7, 8))
			.withKeepUp(true);

		this.home.save(state);

		assertThat(new Home(this.home.folder()).state()).isEqualTo(state);
	}

	@Test
	void keepsPasswordsThatOnlyTheOwnerCanRead() throws Exception {
		this.home.prepare();
		var accounts = this.home.credentials();

		assertThat(this.home.credentials()).isEqualTo(accounts);
		assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
		assertThat(Files.getPosixFilePermissions(this.home.file("credentials.json")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void acceptsAFolderThatIsEmptyOrMissing() throws Exception {
		this.home.check();
		Files.createDirectories(this.home.folder());
		this.home.check();
		this.home.prepare();
		this.home.check();
	}

	@Test
	void namesResetWhenSomethingIsDamaged() throws Exception {
		for (String name : List.of("stack.json", "credentials.json", "planstream.json")) {
			for (String content : List.of("{ not json", "", "null", "[]", "{}")) {
				Home damaged = new Home(this.folder.resolve(name + content.hashCode()));
				damaged.prepare();
				damaged.save(StackState.EMPTY);
				damaged.credentials();
				Files.writeString(damaged.file(name), content);

				assertThatDamaged(damaged::check);
				assertThatDamaged(damaged::prepare);
			}
		}
	}

	@Test
	void doesNotUseAFolderOfSomethingElse() throws Exception {
		Files.createDirectories(this.home.folder());
		Files.writeString(this.home.file("letter.txt"), "Dear ...");

		assertThatDamaged(this.home::prepare);
		assertThat(this.home.file("letter.txt")).exists();
	}

	@Test
	void doesNotUseAFileInItsPlace() throws Exception {
		Files.writeString(this.home.folder(), "no folder");

		assertThatDamaged(this.home::check);
		this.home.delete();
		assertThat(this.home.exists()).isFalse();
	}

	@Test
	void deletesItsFolderAlthoughItIsDamaged() throws Exception {
		this.home.prepare();
		Files.delete(this.home.file("planstream.json"));
		Files.writeString(this.home.file("stack.json"), "?");

		this.home.delete();

		assertThat(this.home.folder()).doesNotExist();
	}

	@Test
	void deletesAFolderOfAnotherNameWithAllThatAStackLeavesInIt() throws Exception {
		Home named = new Home(this.folder.resolve("marketplace"));
		named.prepare();
		named.save(StackState.EMPTY);
		named.credentials();
		named.log("broker");
		HomeLock.holding(named, () -> {
		});
		for (String folder : List.of("kafka", "mariadb", "samples", "tomcat")) {
			Files.createDirectories(named.file(folder));
		}
		Files.delete(named.file("planstream.json"));

		named.delete();

		assertThat(named.folder()).doesNotExist();
	}

	@Test
	void deletesNoFolderOfSomethingElse() throws Exception {
		Home other = new Home(this.folder.resolve("letters"));
		Files.createDirectories(other.folder());
		Files.writeString(other.file("letter.txt"), "Dear ...");

		assertThatExceptionOfType(Problem.class).isThrownBy(other::delete)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("HOME_NOT_OURS"));
		assertThat(other.file("letter.txt")).exists();
	}

	@Test
	void doesNotFollowLinksWhenItDeletes() throws Exception {
		Path precious = Files.writeString(Files.createDirectories(this.folder.resolve("precious")).resolve("file"),
				"x");
		this.home.prepare();
		try {
			Files.createSymbolicLink(this.home.file("samples"), precious.getParent());
		}
		catch (UnsupportedOperationException ex) {
			assumeTrue(false, "no symbolic links here");
		}

		this.home.delete();

		assertThat(precious).exists();
	}

	private static void assertThatDamaged(ThrowingCallable call) {
		assertThatExceptionOfType(Problem.class).isThrownBy(call).satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo("HOME_DAMAGED");
			assertThat(problem.action()).contains("./planstream reset");
		});
	}

}
