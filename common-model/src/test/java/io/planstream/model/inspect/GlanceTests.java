package io.planstream.model.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.planstream.model.dataset.Dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What headers alone tell of the files in a folder.
 */
class GlanceTests {

	private static final String RATES = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate\n";

	private static final String CROSSWALK = "State,DentalPlan,PlanID_2015,IssuerID_2015,MultistatePlan_2015,"
			+ "MetalLevel_2015,ChildAdultOnly_2015,FIPSCode,ZipCode,CrosswalkLevel,ReasonForCrosswalk,PlanID_2016,"
			+ "IssuerID_2016,MultistatePlan_2016,MetalLevel_2016,ChildAdultOnly_2016,AgeOffPlanID_2016,"
			+ "IssuerID_AgeOff2016,MultistatePlan_AgeOff2016,MetalLevel_AgeOff2016,ChildAdultOnly_AgeOff2016\n";

	@TempDir
	Path directory;

	@Test
	void everyFileAndEntryIsToldWithItsSizeAndDataset() throws IOException {
		write("a.csv", RATES.getBytes(StandardCharsets.UTF_8));
		write("b.zip",
				zip("Rate.csv", RATES + "2014\n", "Other.csv", "x,y\n", "raw/Rate.csv", RATES, "hashes.txt", ""));
		byte[] packed = gzip(RATES.getBytes(StandardCharsets.UTF_8));
		write("c.csv.gz", packed);
		write("raw/d.csv", RATES.getBytes(StandardCharsets.UTF_8));
		List<Glance> glances = glance(500);
		assertThat(glances).extracting((glance) -> name(glance) + " " + glance.sizeBytes() + " " + glance.dataset())
			.containsExactly("a.csv " + RATES.length() + " RATE", "b.zip!Other.csv 4 null",
					"b.zip!Rate.csv " + (RATES.length() + 5) + " RATE", "c.csv.gz " + packed.length + " RATE");
		assertThat(glances.get(0).problem()).isNull();
		assertThat(glances.get(1).problem()).contains("b.zip!Other.csv is of no known dataset").contains("x, y");
	}

	@Test
	void theYearsAreThoseThatTheHeaderNames() throws IOException {
		write("Crosswalk2016.zip", zip("Plan_Crosswalk.csv", CROSSWALK));
		write("Rate.csv", (RATES + "2014,AK\n").getBytes(StandardCharsets.UTF_8));
		assertThat(glance(500)).extracting((glance) -> glance.dataset() + " " + glance.years())
			.containsExactly("CROSSWALK [2016]", "RATE []");
	}

	@Test
	void whatCannotBeIngestedIsToldWithItsReasonAndHidesNoNeighbour() throws IOException {
		write("a.zip", Arrays.copyOf(zip("Rate.csv", RATES), 60));
		write("b.csv", new byte[] { 0, 1, 2 });
		write("c.csv", RATES.replace("IndividualRate,", "").getBytes(StandardCharsets.UTF_8));
		write("d.csv.gz", Arrays.copyOf(gzip(RATES.getBytes(StandardCharsets.UTF_8)), 30));
		write("e.csv", new byte[0]);
		write("f.zip", zip("../x.csv", RATES, "inner.zip", "PK"));
		Files.createSymbolicLink(this.directory.resolve("g.csv"), Path.of("c.csv"));
		write("0/1/2/3/4/5/6/7/deep.csv", RATES.getBytes(StandardCharsets.UTF_8));
		write("z.csv", RATES.getBytes(StandardCharsets.UTF_8));
		List<Glance> glances = glance(500);
		assertThat(glances).extracting((glance) -> name(glance) + " " + reason(glance))
			.containsExactly("0/1/2/3/4/5/6/7 folders deep", "a.zip no readable zip", "b.csv NUL bytes",
					"c.csv lacks IndividualRate", "d.csv.gz breaks off", "e.csv has no header",
					"f.zip!../x.csv outside", "f.zip!inner.zip inside an archive", "g.csv not followed", "z.csv null");
		assertThat(glances.subList(0, 9)).allMatch((glance) -> glance.dataset() == null && glance.years().isEmpty());
	}

	@Test
	void noMoreIsLookedAtThanTheLimitSays() throws IOException {
		write("a.zip", zip("1.csv", RATES, "2.csv", RATES, "3.csv", RATES));
		write("b.csv", RATES.getBytes(StandardCharsets.UTF_8));
		assertThat(glance(2)).extracting(GlanceTests.this::name).containsExactly("a.zip!1.csv", "a.zip!2.csv");
		assertThat(glance(4)).extracting(GlanceTests.this::name)
			.containsExactly("a.zip!1.csv", "a.zip!2.csv", "a.zip!3.csv", "b.csv");
	}

	@Test
	void aPartOfAFolderIsListedWithItsTotal() throws IOException {
		write("a.zip", zip("1.csv", RATES, "2.csv", RATES));
		write("b.csv", RATES.getBytes(StandardCharsets.UTF_8));
		Files.createSymbolicLink(this.directory.resolve("c.csv"), Path.of("b.csv"));
		write("d/e.csv", RATES.getBytes(StandardCharsets.UTF_8));
		Listing listing = Inspector.list(List.of(this.directory, this.directory.resolve("d")), 0, 3);
		assertThat(listing.total()).isEqualTo(4);
		assertThat(listing.files()).extracting((file) -> file.contents().size()).containsExactly(2, 1, 1);
		assertThat(listing.files().get(2).contents().get(0).problem()).contains("not followed");
		assertThat(Inspector.list(List.of(this.directory), 3, 3).files()).extracting(Listing.ListedFile::path)
			.containsExactly(this.directory.resolve("d/e.csv"));
		assertThat(Inspector.list(List.of(this.directory), 9, 3).files()).isEmpty();
	}

	/** So that damage far behind the header is found by inspection alone. */
	@Test
	void nothingFarBehindTheHeaderIsRead() throws IOException {
		byte[] noise = new byte[1 << 20];
		new Random(7).nextBytes(noise);
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.write(RATES.getBytes(StandardCharsets.UTF_8));
		content.write(noise);
		byte[] packed = gzip(content.toByteArray());
		Path cut = write("cut.csv.gz", Arrays.copyOf(packed, packed.length / 4));
		assertThat(glance(1)).extracting(Glance::dataset).containsExactly(Dataset.RATE);
		assertThatExceptionOfType(InspectionException.class).isThrownBy(() -> inspect(cut))
			.withMessageContaining("breaks off after");
	}

	@Test
	void aPathThatIsNotThereIsToldBesideTheOthers() throws IOException {
		Path rates = write("Rate.csv", RATES.getBytes(StandardCharsets.UTF_8));
		List<Glance> glances = Inspector.glance(List.of(this.directory.resolve("absent"), rates), 500);
		assertThat(glances).hasSize(2);
		assertThat(glances.get(0).problem()).contains("no readable file").contains("absent");
		assertThat(glances.get(1).dataset()).isEqualTo(Dataset.RATE);
	}

	@Test
	void aLinkToAFolderIsFollowedWhenAPersonNamesIt() throws IOException {
		write("data/Rate.csv", (RATES + "2014,AK\n").getBytes(StandardCharsets.UTF_8));
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), Path.of("data"));
		assertThat(Inspector.glance(List.of(link), 500)).extracting(Glance::dataset).containsExactly(Dataset.RATE);
		assertThat(inspect(link).files()).extracting(SourceFile::rows).containsExactly(1L);
	}

	@ParameterizedTest
	@ValueSource(ints = { 100_000, 262_140, 262_141 })
	void aLongHeaderIsReadToItsEnd(int length) throws IOException {
		String names = RATES.trim() + ",";
		String header = names + "x".repeat(length - names.length());
		for (String lineEnd : List.of("\n", "\r\n", "\r")) {
			Path path = write("long.csv", (header + lineEnd + "2014,AK" + lineEnd).getBytes(StandardCharsets.UTF_8));
			assertThat(Inspector.glance(List.of(path), 1)).extracting(Glance::problem).containsOnlyNulls();
			SourceFile file = inspect(path).files().get(0);
			assertThat(file.layout().fieldCount()).isEqualTo(10);
			assertThat(file.rows()).isEqualTo(1);
			assertThat(file.slices()).singleElement().satisfies((slice) -> {
				assertThat(slice.startByte()).isEqualTo(length + lineEnd.length());
				assertThat(slice.startLine()).isEqualTo(2);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 262_142, 262_143, 262_144, 262_145, 1_000_000 })
	void aHeaderOfMoreThanIsLookedAtIsRefusedInsteadOfCut(int length) throws IOException {
		String names = RATES.trim() + ",";
		String header = names + "x".repeat(length - names.length());
		Path path = write("long.csv", (header + "\r\n2014,AK\r\n").getBytes(StandardCharsets.UTF_8));
		assertThat(glance(1)).extracting(Glance::problem)
			.singleElement()
			.asString()
			.contains("its header cannot be read: It is longer than 262144 bytes");
		assertThatExceptionOfType(InspectionException.class).isThrownBy(() -> inspect(path))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(InspectionException.Code.NOT_CSV));
	}

	@Test
	void aHeaderOfMoreColumnsThanAnyParserTakesIsRefused() throws IOException {
		Path path = write("wide.csv",
				(RATES.trim() + ",z".repeat(90_000) + "\n2014,AK\n").getBytes(StandardCharsets.UTF_8));
		assertThat(glance(1).get(0).problem()).contains("its header cannot be read").contains("fields");
		assertThatExceptionOfType(InspectionException.class).isThrownBy(() -> inspect(path))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(InspectionException.Code.NOT_CSV));
	}

	@Test
	void whatAHeaderSaysIsShortenedInMessages() throws IOException {
		write("a.csv", ("x".repeat(100_000) + ",y\n").getBytes(StandardCharsets.UTF_8));
		write("b.csv", (RATES.replace("IndividualRate,", "").trim() + ",z".repeat(9_000) + "\n")
			.getBytes(StandardCharsets.UTF_8));
		assertThat(glance(2)).extracting(Glance::problem).allMatch((problem) -> problem.length() < 1500);
		assertThat(glance(2).get(0).problem()).contains("xxx..., y");
		assertThat(glance(2).get(1).problem()).contains("lacks IndividualRate").endsWith("z, ...");
	}

	private static String reason(Glance glance) {
		return List
			.of("folders deep", "no readable zip", "NUL bytes", "lacks IndividualRate", "breaks off", "has no header",
					"outside", "inside an archive", "not followed")
			.stream()
			.filter((reason) -> String.valueOf(glance.problem()).contains(reason))
			.findFirst()
			.orElse(glance.problem());
	}

	private String name(Glance glance) {
		String path = this.directory.relativize(glance.place().path()).toString();
		return (glance.place().entry() != null) ? path + "!" + glance.place().entry() : path;
	}

	private List<Glance> glance(int limit) {
		return Inspector.glance(List.of(this.directory), limit);
	}

	private static Inspection inspect(Path path) {
		return new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(path), false, (bytes) -> {
		});
	}

	private Path write(String name, byte[] content) throws IOException {
		Path path = this.directory.resolve(name);
		Files.createDirectories(path.getParent());
		return Files.write(path, content);
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.toByteArray();
	}

	private static byte[] zip(String... namesAndTexts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (int i = 0; i < namesAndTexts.length; i += 2) {
				out.putNextEntry(new ZipEntry(namesAndTexts[i]));
				out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

}
