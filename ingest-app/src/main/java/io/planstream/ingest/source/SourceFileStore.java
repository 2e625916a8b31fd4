package io.planstream.ingest.source;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.ingest.time.UtcColumn;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.SourceFile;
import io.planstream.model.inspect.SourceFile.Place;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code source_file} and {@code source_file_year}. Thread-safe; takes part in the
 * caller's transaction.
 */
@Repository
public class SourceFileStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	SourceFileStore(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * Stores the files of a new run.
	 * @param run the run
	 * @param files its files
	 */
	public void insert(RunId run, List<SourceFile> files) {
		List<Object[]> rows = new ArrayList<>();
		List<Object[]> years = new ArrayList<>();
		for (SourceFile file : files) {
			rows.add(new Object[] { run.toString(), file.fileNo(), file.dataset().id(), file.place().path().toString(),
					file.place().entry(), file.fileName(), file.sizeBytes(), UtcColumn.of(file.modifiedAt()),
					file.contentHash(), file.rows() });
			file.years().forEach((year) -> years.add(new Object[] { run.toString(), file.fileNo(), year }));
		}
		this.template.batchUpdate("""
				insert into source_file (run_id, file_no, dataset, path, entry, file_name, size_bytes, modified_at,
				  content_hash, data_rows) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
		this.template.batchUpdate("insert into source_file_year (run_id, file_no, business_year) values (?, ?, ?)",
				years);
	}

	/**
	 * The files of a run.
	 * @param run the run
	 * @return its files in reading order
	 */
	public List<StoredFile> of(RunId run) {
		Map<Integer, List<Integer>> years = years(run);
		return this.jdbc.sql("select * from source_file where run_id = ? order by file_no")
			.param(run.toString())
			.query((row, number) -> map(row, years))
			.list();
	}

	/**
	 * What complete runs read from files.
	 * @param paths paths of files, not too many for one statement
	 * @return each file or entry of an archive once per run, older runs first
	 */
	public List<Ingested> ingested(List<Path> paths) {
		if (paths.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select f.run_id, f.path, f.entry, f.size_bytes, f.modified_at
				from source_file f join run r on r.run_id = f.run_id
				where r.state = 'COMPLETE' and f.path in (:paths) order by r.created_at""")
			.param("paths", paths.stream().map(Path::toString).toList())
			.query((row, number) -> new Ingested(RunId.parse(row.getString("run_id")),
					new Place(Path.of(row.getString("path")), row.getString("entry")), row.getLong("size_bytes"),
					UtcColumn.read(row, "modified_at")))
			.list();
	}

	/**
	 * Whether a run that can go on reads a file.
	 * @param path path of the file
	 * @return whether it may still be needed
	 */
	public boolean needed(Path path) {
		return this.jdbc.sql("""
				select count(*) from source_file f join run r on r.run_id = f.run_id
				where r.state in ('RUNNING', 'STOPPED', 'FAILED') and f.path = ?""")
			.param(path.toString())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * What a complete run read.
	 *
	 * @param run the run
	 * @param place the file or entry
	 * @param sizeBytes size of the file on disk then
	 * @param modifiedAt when the file had been changed last
	 */
	public record Ingested(RunId run, Place place, long sizeBytes, Instant modifiedAt) {
	}

	private Map<Integer, List<Integer>> years(RunId run) {
		Map<Integer, List<Integer>> years = new HashMap<>();
		this.jdbc
			.sql("select file_no, business_year from source_file_year where run_id = ? order by file_no, business_year")
			.param(run.toString())
			.query((row) -> {
				years.computeIfAbsent(row.getInt("file_no"), (file) -> new ArrayList<>())
					.add(row.getInt("business_year"));
			});
		return years;
	}

	private static StoredFile map(ResultSet row, Map<Integer, List<Integer>> years) throws SQLException {
		int fileNo = row.getInt("file_no");
		Dataset dataset = Dataset.byId(row.getString("dataset")).orElseThrow();
		Place place = new Place(Path.of(row.getString("path")), row.getString("entry"));
		return new StoredFile(fileNo, dataset, place, row.getString("file_name"), row.getLong("size_bytes"),
				UtcColumn.read(row, "modified_at"), row.getLong("data_rows"), years.getOrDefault(fileNo, List.of()));
	}

}
