package io.planstream.model.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A compressed file that is cut or changed anywhere is refused with a reason, or is still
 * read as the whole one was: never half, never otherwise, never with another exception.
 * Nor does a header of any bytes lead to one.
 */
class DamagedFileTests {

	private static final AtomicInteger refused = new AtomicInteger();

	private static final AtomicInteger whole = new AtomicInteger();

	private static final byte[] CSV = csv();

	private static final byte[] GZIP = gzip();

	private static final byte[] ZIP = zip();

	private static final String HASH = hash(inspect("whole.csv", CSV));

	@AfterContainer
	static void bothOutcomesWereSeen() {
		assertThat(refused.get()).isPositive();
		assertThat(whole.get()).isPositive();
	}

	@Property(tries = 400)
	void aGzipIsReadAsItWasOrRefused(@ForAll @IntRange(max = 1_000_000) int at, @ForAll @IntRange(max = 255) int value,
			@ForAll boolean cut) {
		check("x.csv.gz", damaged(GZIP, at, value, cut));
	}

	@Property(tries = 600)
	void aZipIsReadAsItWasOrRefused(@ForAll @IntRange(max = 1_000_000) int at, @ForAll @IntRange(max = 255) int value,
			@ForAll boolean cut) {
		check("x.zip", damaged(ZIP, at, value, cut));
	}

	@Property(tries = 300)
	void theNamesAndNumbersOfAZipMayBeAnything(@ForAll @IntRange(max = 200) int fromEnd,
			@ForAll @IntRange(max = 255) int value) {
		check("x.zip", damaged(ZIP, ZIP.length - 1 - fromEnd, value, false));
	}

	/** Whatever follows the known columns, or stands in their place. */
	@Property(tries = 500)
	void aHeaderOfAnyBytesIsTakenOrRefused(@ForAll("parts") List<String> parts, @ForAll boolean known) {
		String names = known ? new String(CSV, StandardCharsets.UTF_8).lines().findFirst().orElseThrow() : "";
		byte[] content = (names + String.join("", parts)).getBytes(StandardCharsets.ISO_8859_1);
		try {
			assertThat(inspect("x.csv", content).files().get(0).rows()).isPositive();
		}
		catch (InspectionException ex) {
			assertThat(ex.getMessage()).contains("x.csv");
		}
	}

	@Provide
	Arbitrary<List<String>> parts() {
		return Arbitraries
			.of("a", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\0", "\u00e9", "\u00ef\u00bb\u00bf", " ", "2014")
			.list()
			.ofMaxSize(40);
	}

	private static void check(String name, byte[] content) {
		try {
			assertThat(hash(inspect(name, content))).isEqualTo(HASH);
			whole.incrementAndGet();
		}
		catch (InspectionException ex) {
			assertThat(ex.getMessage()).contains(name);
			assertThat(ex.action()).isNotBlank();
			refused.incrementAndGet();
		}
	}

	private static byte[] damaged(byte[] bytes, int at, int value, boolean cut) {
		if (cut) {
			return Arrays.copyOf(bytes, at % bytes.length);
		}
		byte[] changed = bytes.clone();
		changed[at % bytes.length] = (byte) value;
		return changed;
	}

	private static String hash(Inspection inspection) {
		assertThat(inspection.files()).hasSize(1);
		return inspection.files().get(0).contentHash();
	}

	private static Inspection inspect(String name, byte[] content) {
		try {
			Path directory = Files.createTempDirectory("damaged");
			Path file = Files.write(directory.resolve(name), content);
			try {
				assertThat(Inspector.glance(List.of(directory), 10)).allMatch(DamagedFileTests::tellsOneThing);
				return new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(file), false, (bytes) -> {
				});
			}
			finally {
				Files.delete(file);
				Files.delete(directory);
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static boolean tellsOneThing(Glance glance) {
		return (glance.dataset() == null) != (glance.problem() == null);
	}

	private static byte[] csv() {
		StringBuilder csv = new StringBuilder("BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
				+ "IndividualRate,IndividualTobaccoRate\n");
		for (int i = 0; i < 500; i++) {
			csv.append("2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,").append(i * 7919 % 1009);
			csv.append(".25,\n");
		}
		return csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] gzip() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(CSV);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] zip() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry("Rate.csv"));
			out.write(CSV);
			out.putNextEntry(new ZipEntry("database.sqlite"));
			out.write(CSV, 0, 5000);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return bytes.toByteArray();
	}

}
