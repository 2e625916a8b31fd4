package io.planstream.start;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts an application, and again whenever the database goes away under its start: each
 * application waits for the database where its start first needs it, but what comes after
 * that, as Hibernate's look at the tables or Batch's at the server, would end it.
 */
public final class PatientStart {

	private static final long BETWEEN_STARTS_MILLIS = 500;

	private PatientStart() {
	}

	/**
	 * Starts an application. Whatever else than a lost database keeps it from starting is
	 * thrown.
	 * @param application its class
	 * @param args Spring's {@code --name=value}
	 * @return the running application
	 */
	public static ConfigurableApplicationContext run(Class<?> application, String... args) {
		while (true) {
			try {
				return SpringApplication.run(application, args);
			}
			catch (RuntimeException ex) {
				if (!DatabaseLoss.under(ex)) {
					throw ex;
				}
				pause(ex);
			}
		}
	}

	private static void pause(RuntimeException failure) {
		try {
			TimeUnit.MILLISECONDS.sleep(BETWEEN_STARTS_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure;
		}
	}

}
