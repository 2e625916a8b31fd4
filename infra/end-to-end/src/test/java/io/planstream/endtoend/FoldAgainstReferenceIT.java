package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
import io.planstream.model.csv.FieldReader;
import io.planstream.model.csv.Fields;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.Inspector;
import io.planstream.model.inspect.SliceRange;
import io.planstream.model.inspect.SourceFile;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.record.RecordEncoder;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.Row;
import io.planstream.model.row.RowParser;
import io.planstream.testsupport.reference.Excerpts;
import io.planstream.testsupport.reference.Reference;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract alone, from bytes to tables, without applications and broker: what is
 * wrong here is wrong in the reading, the messages, the fold or its statements.
 */
class FoldAgainstReferenceIT {

	private static final int BATCH = 5_000;

	private static final List<String> ODD_FILES = List.of("""
			BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,PlanMarketingName,MetalLevel,PlanType,\
			MarketCoverage,DentalOnlyPlan,CSRVariationType,NetworkId,ServiceAreaId
			2014,AK,21989,21989AK0010001-01,21989AK0010001,Children\u0092s,Gold,PPO,Individual,NO,On,AKN001,AKS001
			2014,AK,21989,21989AK0010001-02,21989AK0010001,One,Silver,PPO,Family,YES,On,AKN001,AKS001
			2014,AK,21989,21989AK0010002-00,21989AK0010002,Two,,PPO,individual,Maybe,On,AKN001,AKS001
			""", """
			BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate
			2014,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,29.005,9999
			2014,AK,21989,21989AK0010001,Rating Area 2,No Preference,21,0.01,
			2014,AK,21989,21989AK0010001,Rating Area 2,No Preference,40,99999.0,0
			2014,AK,21989,21989AK0010001,Rating Area 2,No Preference,60,1.5,2
			2014,AK,21989,21989AK0010001,Rating Area 3,No Preference,60,,2
			2014,AK,21989,21989AK0010002,Rating Area 3,No Preference,59,70,2
			""", """
			BenefitName,BusinessYear,StateCode,IssuerId,StandardComponentId,PlanId,IsCovered,IsEHB,IsStateMandate,\
			QuantLimitOnSvc,IsExclFromInnMOOP,IsSubjToDedTier1,CopayInnTier1,CoinsInnTier1
			Children\u00e2\u0080\u0099s Care%1$sCovered,YES,yEs,yes,yes,YEs,$40,20%%
			 children\u0092s   care %2$sNOT COVERED,no,,,,,"$1,000.50",12.5%%
			24-Hour CARE%1$scovered,,,,,,$10 Copay after deductible,20%% Coinsurance after deductible
			24-Hour CARE%2$sPartly,,,,,,$10 copay BEFORE deductible,33.335%% before deductible
			Caf\u00c3\u00a9\u00c2\u00ae (X/Y)%1$s,,,,,,$75 Copay per Day,No Charge
			Caf\u00c3\u00a9 X Y%1$s,,,,,,$0 per Day after deductible,no charge after deductible
			\u00e2\u0080\u009cOther\u00e2\u0080\u009d %1$s,,,,,,$500 Copay per Stay,No Charge before deductible
			\u0093Other\u0094\u00a0%1$s,,,,,,$500 Copay per Stay before deductible,Not Applicable
			Other%1$s,,,,,,No Charge,$0
			Other%1$s,,,,,,No Charge after deductible,$5 after deductible
			Other%1$s,,,,,,no charge before deductible,$5 Copay per Day
			Other%1$s,,,,,,NOT APPLICABLE,$5 Copay per Stay
			Other%1$s,,,,,,20%% after deductible,ask us
			Other%1$s,,,,,,ask us,
			Other%1$s,,,,,,$30 Copay per Week,20
			Other%1$s,,,,,,,40%% coinsurance
			Other%1$s,,,,,,$12.345 Copay before deductible,$0.0049
			Other,2014,TX,19312,19312TZ0010001,19312TZ0010001-00,Covered,,,,,,,
			Other,2014,AK,21989,21989AK0010002,21989AK0010002-00,Covered,,,,,,,
			Other,2014,AK,21989,21989AK0010001,21989AK0010001-00,Covered,,,,,,,
			""".formatted(",2014,AK,21989,21989AK0010001,21989AK0010001-01,",
			",2014,AK,21989,21989AK0010001,21989AK0010001-02,"), """
					BusinessYear,StateCode,IssuerId,NetworkName,NetworkId,NetworkURL
					2014,AK,21989,Tiered\u00c2\u00a0 (On),AKN001,

					2014,AK,21989,Other,AKN001,www.example.com
					2014,AK,21989,"two
					lines",AKN002,"a ""quoted"" one"
					2014,AK,21989,,AKN003,x
					2015,AK,,,AKN003,\u00a0y
					""", """
					BusinessYear,StateCode,IssuerId,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty
					2014,AK,21989,AKS001,North,No,2013.0,YES
					2014,AK,21989,AKS001,South,no,02013,no
					2014,AK,21989,AKS001,South,YES,,
					2014,AK,21989,AKS002,,Yes,,
					2014,AK,21989,AKS003,\u0096,No,5.0,No
					""",
			"""
					BusinessYear,StateCode,IssuerId,ProductId,StandardComponentId,DependentMaximumAgRule,CohabitationRule,\
					DomesticPartnerAsSpouseIndicator,AgeDeterminationRule,MinimumTobaccoFreeMonthsRule,MarketCoverage,DentalOnly
					2014,AK,21989,,,26.0,"Spouse,No",YES,Age on a  date,not applicable,Individual,no
					2014,AK,21989,,,25,Other,No,,6,Individual,NO
					2014,AK,21989,21989AK001,,Not Applicable,,maybe,,6.0,SHOP (Small Group),YES
					2014,AK,21989,,21989AK0010001,,\u0093,no,,,Family,
					""",
			"""
					State,DentalPlan,PlanID_2014,MetalLevel_2014,FIPSCode,CrosswalkLevel,ReasonForCrosswalk,PlanID_2015,\
					MetalLevel_2015
					AK,N,A,Gold,2013,0,0,B,Gold
					AK,Y,A,X,2013,4,,00000XX0000000,X
					AK,,A,,2013,,,B,X
					AK,Y,A,Low,2013,5,6,00000XX0000000,High
					AK,N,A,Gold,2013,3,2,B,Gold
					AK,N,A,Gold,02013.0,3,2,B,Gold
					AK,N,A,Gold,2016,3,2,B,Gold
					AK,N,A,Gold,,3,4,00000XX0000000,X
					""");

	private static TestDatabase database;

	private final RecordEncoder encoder = new RecordEncoder();

	private final RecordDecoder decoder = new RecordDecoder();

	private Fold fold = new Fold();

	private int folded;

	@BeforeAll
	static void start() {
		database = TestDatabase.create();
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void theExcerptsOfTheRealFilesComeToWhatIsCountedIndependently() throws IOException {
		Assumptions.assumeTrue(Excerpts.find().isPresent(), Excerpts.missing());
		apply(Excerpts.find().orElseThrow(), 1);
		assertEqualsReference(Excerpts.find().orElseThrow(), 1);
	}

	@Test
	void generatedFilesComeToWhatIsCountedIndependently() throws IOException {
		Path data = Samples.of(0.004, 11);
		apply(data, 2);
		assertEqualsReference(data, 2);
	}

	@Test
	void oddValuesComeToWhatIsCountedIndependently(@TempDir Path data) throws IOException {
		for (int file = 0; file < ODD_FILES.size(); file++) {
			Files.writeString(data.resolve(file + ".csv"), ODD_FILES.get(file));
		}
		apply(data, 3);
		assertEqualsReference(data, 3);
	}

	private static void assertEqualsReference(Path data, int run) throws IOException {
		new TablesAgainstReference(database.rootClient(), new RunId(run).toString())
			.assertEqual(Reference.ofFolder(data));
	}

	private void apply(Path data, int run) throws IOException {
		List<SourceFile> files = new Inspector(Inspector.MAX_SLICE_BYTES).inspect(List.of(data), false, (bytes) -> {
		}).files();
		PlanIndex plans = new PlanIndex();
		for (SourceFile file : files) {
			if (file.dataset() == Dataset.PLAN_ATTRIBUTES) {
				read(file, plans, (line, row) -> plans.add((PlanRow) row, line));
			}
		}
		for (SourceFile file : files) {
			Provenance from = new Provenance(new RunId(run), 0, file.fileNo());
			read(file, plans, (line, row) -> add(from, line, row));
		}
		flush();
	}

	private void add(Provenance from, long line, Row row) {
		this.fold.add(this.decoder.decode(this.encoder.row(from, this.folded, line, row)), 0);
		if (++this.folded % BATCH == 0) {
			flush();
		}
	}

	private void flush() {
		for (Change change : this.fold.changes()) {
			database.root().batchUpdate(change.sql(), change.rows());
		}
		this.fold = new Fold();
	}

	private static void read(SourceFile file, PlanIndex plans, Visitor visitor) throws IOException {
		List<SliceRange> slices = file.slices();
		FieldReader fields = new FieldReader(file.layout());
		RowParser parser = file.dataset().newParser(plans);
		RecordBlock block = new RecordBlock();
		long start = slices.get(0).startByte();
		try (RecordReader reader = new RecordReader(file.place().open(start), start, Long.MAX_VALUE,
				slices.get(0).startLine())) {
			while (reader.read(block, 1 << 18)) {
				fields.open(block);
				for (int record = 0; record < block.count(); record++) {
					visitor.visit(block.line(record), row(parser, fields.next(), block.text(record, 400)));
				}
			}
		}
	}

	private static Row row(RowParser parser, Fields fields, String text) {
		assertThat(fields).as(text).isNotNull();
		ParsedRow parsed = parser.parse(fields);
		assertThat(parsed).as(text).isInstanceOf(Row.class);
		return (Row) parsed;
	}

	@FunctionalInterface
	private interface Visitor {

		void visit(long line, Row row);

	}

}
