package io.planstream.benchmark.stock;

import java.math.BigDecimal;
import java.time.Duration;

import io.planstream.benchmark.ground.Wait;
import io.planstream.benchmark.ground.Worker;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.item.kafka.KafkaItemWriter;
import org.springframework.batch.infrastructure.item.kafka.builder.KafkaItemWriterBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * What the guides of Spring show: a job that reads a file line by line and sends each
 * line as JSON, and a listener that saves each as an entity. Both in one process, with
 * two listener threads.
 */
@SpringBootApplication
class StockProject {

	static final String TOPIC = "bench-stock";

	private static final int CHUNK = 1000;

	private static final String COLUMNS = "BusinessYear,StateCode,IssuerId,SourceName,VersionNum,ImportDate,"
			+ "IssuerId2,FederalTIN,RateEffectiveDate,RateExpirationDate,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,"
			+ "IndividualTobaccoRate,Couple,PrimarySubscriberAndOneDependent,PrimarySubscriberAndTwoDependents,"
			+ "PrimarySubscriberAndThreeOrMoreDependents,CoupleAndOneDependent,CoupleAndTwoDependents,"
			+ "CoupleAndThreeOrMoreDependents,RowNumber";

	private static final Duration LIMIT = Duration.ofMinutes(20);

	/**
	 * Runs the program, which is told a file and how many rows it has.
	 * @param args properties
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(StockProject.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		@SuppressWarnings("resource") // the worker ends the process
		ConfigurableApplicationContext context = application.run(args);
		Worker.run((words) -> save(context, words.get(0), Long.parseLong(words.get(1))));
	}

	/** Adds the rows of a file to those of earlier ones. */
	private static long save(ApplicationContext context, String file, long rows) throws Exception {
		RateRepository rates = context.getBean(RateRepository.class);
		long before = rates.count();
		JobExecution execution = context.getBean(JobOperator.class)
			.start(context.getBean(Job.class), new JobParametersBuilder().addString("file", file).toJobParameters());
		if (execution.getStatus() != BatchStatus.COMPLETED) {
			throw new IllegalStateException("The job is " + execution.getStatus());
		}
		RateListener listener = context.getBean(RateListener.class);
		Wait.until("All rows are saved", LIMIT, () -> listener.saved() >= before + rows);
		return rates.count() - before;
	}

	@Bean
	@StepScope
	FlatFileItemReader<RateMessage> reader(@Value("#{jobParameters['file']}") String file) {
		return new FlatFileItemReaderBuilder<RateMessage>().name("rates")
			.resource(new FileSystemResource(file))
			.linesToSkip(1)
			.delimited((format) -> format.delimiter(",").names(COLUMNS.split(",")))
			.fieldSetMapper(StockProject::message)
			.build();
	}

	private static RateMessage message(FieldSet line) {
		return new RateMessage(line.readInt("BusinessYear"), line.readString("StateCode"), line.readString("IssuerId"),
				line.readString("PlanId"), line.readString("RatingAreaId"), line.readString("Tobacco"),
				line.readString("Age"), amount(line, "IndividualRate"), amount(line, "IndividualTobaccoRate"));
	}

	private static BigDecimal amount(FieldSet line, String column) {
		return line.readBigDecimal(column, null);
	}

	@Bean
	KafkaItemWriter<String, RateMessage> writer(KafkaTemplate<String, RateMessage> template) {
		template.setDefaultTopic(TOPIC);
		return new KafkaItemWriterBuilder<String, RateMessage>().kafkaTemplate(template)
			.itemKeyMapper((rate) -> rate.businessYear() + "|" + rate.stateCode())
			.build();
	}

	@Bean
	Job job(JobRepository repository, FlatFileItemReader<RateMessage> reader,
			KafkaItemWriter<String, RateMessage> writer) {
		return new JobBuilder("rates", repository)
			.start(new StepBuilder("rates", repository).<RateMessage, RateMessage>chunk(CHUNK)
				.reader(reader)
				.writer(writer)
				.build())
			.build();
	}

}
