package io.planstream.ingest.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.planstream.ingest.guard.Exchange.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Files that are sent, and paths that lead elsewhere.
 */
class UploadIT {

	private static final String RATES = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
			+ "IndividualRate,IndividualTobaccoRate\n2016,AK,1,11111AK0010001,Rating Area 1,No Preference,21,1.5,\n";

	private final GuardedApp app = GuardedApp.get();

	private final Path folder = this.app.data.resolve("uploads");

	@Test
	void takesAFileAndListsAndDeletesIt() throws IOException {
		Answer answer = upload("rates.csv", RATES.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(answer.json().get("name").asString()).isEqualTo("rates.csv");
		assertThat(answer.json().get("datasets").toString()).isEqualTo("[\"rate\"]");
		assertThat(answer.json().get("uploaded").asBoolean()).isTrue();
		assertThat(Files.readString(this.folder.resolve("rates.csv"))).isEqualTo(RATES);
		String location = answer.header("Location").orElseThrow();
		JsonNode listed = this.app.asOperator("GET", location).send().json().get("files").get(0);
		assertThat(withoutYears(listed)).isEqualTo(withoutYears(answer.json()));
		assertThat(upload("rates.csv", new byte[1]).code()).isEqualTo("FILE_EXISTS");
		assertThat(upload("rates.csv", new byte[1]).status()).isEqualTo(409);
		assertThat(this.app.asOperator("DELETE", location).send().status()).isEqualTo(204);
		assertThat(this.folder.resolve("rates.csv")).doesNotExist();
		assertThat(this.app.asOperator("DELETE", location).send().code()).isEqualTo("NO_SUCH_FILE");
	}

	/** They are told when the file has been read, which may be before the next answer. */
	private static JsonNode withoutYears(JsonNode file) {
		return ((ObjectNode) file.deepCopy()).without(List.of("years", "beingRead"));
	}

	@Test
	void takesAFileOfUnknownLength() {
		Answer answer = this.app.asOperator("POST", "/api/files?name=chunked.csv")
			.header("Transfer-Encoding", "chunked")
			.chunks("5\r\nhello\r\n0\r\n\r\n")
			.send();
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(this.folder.resolve("chunked.csv")).hasContent("hello");
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../x.csv", "..%2fx.csv", "%2e%2e%2fx.csv", "..%252fx.csv", "..%5cx.csv",
			"/etc/x.csv", "%2fetc%2fx.csv", "a%2fb.csv", "a%5cb.csv", "C:x.csv", "C:%5cx.csv",
			"%5c%5chost%5cshare%5cx.csv", "x.csv%00", "x%00.csv", "x.csv.", "x.csv%20", "%20x.csv", ".x.csv",
			"x.csv:stream.csv", "CON.csv", "con.csv", "nul.csv.gz", "COM1.zip", "lpt9.a.csv", "COM%C2%B9.csv",
			"x%EF%BC%8Fy.csv", "%E2%80%AEvsc.csv", "x%E2%88%95y.csv", "%EF%BC%8E%EF%BC%8E.csv",
			"%C0%AE%C0%AE%C0%AFx.csv", "x.exe", "x", "", "%20", "x.csv.html", "x%0d%0aA:b.csv", "~x.csv", "$HOME.csv",
			"-x.csv", "x%3Cscript%3E.csv", ".upload-1.part", "x.gz" })
	void refusesNamesThatAreNotPlain(String name) throws IOException {
		long before = files();
		Answer answer = this.app.asOperator("POST", "/api/files?name=" + name).file(new byte[] { 'a' }).send();
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.code()).isIn("BAD_FILE_NAME", "INVALID_REQUEST");
		ProblemsIT.harmless(answer.text());
		assertThat(files()).isEqualTo(before);
	}

	@Test
	void refusesVeryLongNames() {
		assertThat(upload("x".repeat(147) + ".csv", new byte[1]).code()).isEqualTo("BAD_FILE_NAME");
		assertThat(upload("x".repeat(5000) + ".csv", new byte[1]).code()).isEqualTo("INVALID_REQUEST");
	}

	@Test
	void refusesWhatIsTooLargeBeforeItComes() {
		Answer answer = this.app.asOperator("POST", "/api/files?name=large.csv")
			.header("Content-Length", Long.toString(100L << 30))
			.send();
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.code()).isEqualTo("TOO_LARGE");
		assertThat(this.folder.resolve("large.csv")).doesNotExist();
	}

	@Test
	void leavesNothingOfAnUploadThatIsInterrupted() throws IOException {
		long before = files();
		Socket upload = begin("broken.csv", 1_000_000);
		await("the upload to begin").until(() -> files() == before + 1);
		assertThat(upload("BROKEN.csv", new byte[1]).code()).isEqualTo("FILE_EXISTS");
		assertThat(this.app.asOperator("GET", "/api/files?size=500").send().text()).doesNotContain("broken")
			.doesNotContain(".part");
		upload.close();
		await("the rest to be removed").until(() -> files() == before);
		assertThat(upload("broken.csv", new byte[1]).status()).isEqualTo(201);
	}

	/** Its beginning only. */
	private Socket begin(String name, long length) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.app.port());
		OutputStream out = socket.getOutputStream();
		out.write(this.app.asOperator("POST", "/api/files?name=" + name)
			.header("Content-Type", "application/octet-stream")
			.header("Content-Length", Long.toString(length))
			.head()
			.getBytes(StandardCharsets.ISO_8859_1));
		out.write(new byte[200_000]);
		out.flush();
		return socket;
	}

	@Test
	void refusesAtOnceWhatDoesNotFitBesideAnUploadThatIsOnItsWay() throws IOException {
		long before = files();
		long mostOfIt = this.app.freeForUploads() / 10 * 6;
		Socket first = begin("first.csv", mostOfIt);
		await("the first upload to begin").until(() -> files() == before + 1);
		Answer second = this.app.asOperator("POST", "/api/files?name=second.csv")
			.header("Content-Type", "application/octet-stream")
			.header("Content-Length", Long.toString(mostOfIt))
			.send();
		assertThat(second.status()).as(second.text()).isEqualTo(507);
		assertThat(second.code()).isEqualTo("NO_SPACE");
		assertThat(second.text()).contains("beside those that are on their way");
		assertThat(upload("small.csv", new byte[1]).status()).isEqualTo(201);
		first.close();
		await("the first upload to be removed").until(() -> files() == before + 1);
		Socket later = begin("second.csv", mostOfIt);
		await("the second upload to begin").until(() -> files() == before + 2);
		later.close();
		await("the second upload to be removed").until(() -> files() == before + 1);
	}

	@Test
	void refusesBombs() throws IOException {
		byte[] zip = zipped(new byte[200 << 20]);
		assertThat(zip.length).isLessThan(1 << 20);
		Answer answer = upload("bomb.zip", zip);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json().get("datasets").isEmpty()).isTrue();
		ByteArrayOutputStream gzip = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
			out.write(RATES.getBytes(StandardCharsets.UTF_8));
			out.write("\n".repeat(200 << 20).getBytes(StandardCharsets.UTF_8));
		}
		assertThat(upload("bomb.csv.gz", gzip.toByteArray()).status()).isEqualTo(201);
		for (String name : List.of("bomb.zip", "bomb.csv.gz")) {
			Answer begun = this.app.asOperator("POST", "/api/runs")
				.json("{\"paths\":[\"" + this.folder.resolve(name) + "\"]}")
				.send();
			assertThat(begun.status()).as(name + " " + begun.text()).isEqualTo(422);
			assertThat(begun.code()).as(name).isIn("UNPACKS_TOO_LARGE", "NO_KNOWN_FILES", "NOT_CSV");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "/etc", "/", "..", "../../etc/passwd", "DATA/../../etc/passwd",
			"DATA/uploads/../../../etc/passwd", "DATA/..%2f..%2fetc/passwd", "C:\\\\Windows\\\\win.ini",
			"\\\\\\\\host\\\\share\\\\x.csv", "//host/share/x.csv", "file:///etc/passwd", "DATA/x\\u0000.csv",
			"/proc/self/environ", "/dev/stdin", "~/x.csv", "DATA/\\uFF0E\\uFF0E/x.csv", "DATA/link.csv",
			"DATA/linked" })
	void readsNothingOutsideOfTheDataFolder(String path) throws IOException {
		link("link.csv", Path.of("/etc/passwd"));
		link("linked", Path.of("/etc"));
		String place = path.replace("DATA", this.app.data.toString());
		for (String endpoint : List.of("/api/runs", "/api/inspections")) {
			Answer answer = this.app.asOperator("POST", endpoint).json("{\"paths\":[\"" + place + "\"]}").send();
			assertThat(answer.text()).containsAnyOf("PATH_OUTSIDE_DATA_DIRECTORY", "NO_SUCH_FILE")
				.doesNotContain("root:");
			ProblemsIT.harmless(answer.text());
		}
		String encoded = URLEncoder.encode(place.replace("\\\\", "\\"), StandardCharsets.UTF_8);
		for (String method : List.of("GET", "DELETE")) {
			Answer answer = this.app.asOperator(method, "/api/files?path=" + encoded).send();
			assertThat(answer.status()).as(method + " " + answer.text()).isEqualTo(400);
		}
		assertThat(Path.of("/etc/passwd")).exists();
	}

	@Test
	void deletesOnlyWhatWasUploaded() throws IOException {
		Path own = Files.writeString(this.app.data.resolve("own.csv"), RATES);
		assertThat(this.app.asOperator("DELETE", "/api/files?path=" + own).send().code()).isEqualTo("NOT_UPLOADED");
		assertThat(this.app.asOperator("DELETE", "/api/files?path=" + this.folder).send().code())
			.isEqualTo("NOT_UPLOADED");
		link("uploads/out.csv", own);
		assertThat(this.app.asOperator("DELETE", "/api/files?path=" + this.folder.resolve("out.csv")).send().code())
			.isEqualTo("NOT_UPLOADED");
		assertThat(own).exists();
	}

	@Test
	void twoRequestsForOneContentAtOnceGiveOneRun() {
		upload("once.csv", RATES.replace("2016", "2013").getBytes(StandardCharsets.UTF_8));
		String request = "{\"paths\":[\"" + this.folder.resolve("once.csv") + "\"]}";
		List<Answer> answers = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture
				.supplyAsync(() -> this.app.asOperator("POST", "/api/runs").json(request).send()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers).extracting(Answer::status).containsOnly(202);
		assertThat(answers.stream().map((answer) -> answer.json().get("runId").asString()).distinct()).hasSize(1);
		assertThat(this.app.asOperator("DELETE", "/api/files?path=" + this.folder.resolve("once.csv")).send().code())
			.isEqualTo("FILE_IN_USE");
	}

	private void link(String name, Path target) throws IOException {
		Path link = this.app.data.resolve(name);
		Files.createDirectories(link.getParent());
		if (!Files.isSymbolicLink(link)) {
			Files.createSymbolicLink(link, target);
		}
	}

	private Answer upload(String name, byte[] content) {
		return this.app.asOperator("POST", "/api/files?name=" + name).file(content).send();
	}

	private long files() throws IOException {
		Files.createDirectories(this.folder);
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.count();
		}
	}

	private static byte[] zipped(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("Rate.csv"));
			zip.write(content);
		}
		return bytes.toByteArray();
	}

}
