package io.planstream.ingest.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the OpenAPI page says besides the endpoints: the problems of each, and how to
 * prove who one is.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String TOKEN = "token";

	private static final String INTRODUCTION = """
			Begins and watches runs, and serves what the console shows. Where nobody has to sign in (`open` in \
			`GET /api/session`), a script sends nothing but its request; elsewhere `Authorization: Bearer TOKEN`. A browser \
			signs in by `POST /api/session` and sends the cookie `XSRF-TOKEN`'s value in the header `X-XSRF-TOKEN` with \
			every request that changes something. Bodies are JSON of up to 1 MiB, uploaded files excepted. Whatever is \
			refused is told as problem details (RFC 9457) with `code` for programs and `action` for people. The role viewer \
			may use every GET, operator everything.""";

	@Bean
	OpenApiCustomizer describe() {
		return (api) -> {
			api.info(new Info().title("PlanStream").version("1").description(INTRODUCTION));
			components(api).addSchemas("Problem", problem())
				.addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
			api.addSecurityItem(new SecurityRequirement().addList(TOKEN));
			api.getPaths().forEach(ApiDescription::describe);
		};
	}

	private static Components components(OpenAPI api) {
		if (api.getComponents() == null) {
			api.setComponents(new Components());
		}
		return api.getComponents();
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("Why a request is refused (RFC 9457)")
			.addProperty("status", new IntegerSchema().description("the answer's status"))
			.addProperty("code", new StringSchema().description("what kind of problem it is, for programs"))
			.addProperty("title", new StringSchema().description("the kind in words"))
			.addProperty("detail", new StringSchema().description("what was found"))
			.addProperty("action", new StringSchema().description("what to do"))
			.addProperty("instance", new StringSchema().description("the path that was asked for"));
	}

	private static void describe(String path, PathItem item) {
		item.readOperationsMap().forEach((method, operation) -> {
			boolean changes = method != PathItem.HttpMethod.GET;
			problems(path, changes).forEach((status, codes) -> add(operation, status, codes));
		});
	}

	private static Map<String, String> problems(String path, boolean changes) {
		Map<String, String> problems = new LinkedHashMap<>();
		problems.put("400", "INVALID_REQUEST"
				+ (path.startsWith("/api/session") ? "" : ", PATH_OUTSIDE_DATA_DIRECTORY, NO_SUCH_FILE"));
		problems.put("401", "NOT_SIGNED_IN, BAD_TOKEN" + (path.startsWith("/api/session") ? ", BAD_CREDENTIALS" : ""));
		problems.put("403", "FORBIDDEN" + (changes ? ", CSRF_TOKEN, CROSS_SITE" : "") + ", UNKNOWN_HOST, FORWARDED");
		problems.put("503", "DATABASE_AWAY, KAFKA_AWAY");
		if (path.contains("{id}")) {
			problems.put("404", "NO_SUCH_RUN");
		}
		if (path.endsWith("/events")) {
			problems.put("503", "TOO_MANY_LISTENERS, DATABASE_AWAY");
		}
		if (changes && path.startsWith("/api/runs")) {
			problems.put("409", "RUN_BUSY, RUN_SERVING, RUN_NEEDED, WRONG_STATE, CONTRACT_VERSION");
			problems.put("422", "NO_KNOWN_FILES, MISSING_COLUMN, EMPTY_FILE, NOT_CSV, YEAR_CONFLICT, DAMAGED_ARCHIVE, "
					+ "ENCRYPTED_ARCHIVE, UNPACKS_TOO_LARGE, CHANGED_FILE");
		}
		if (changes) {
			problems.put("408", "TOO_SLOW");
			problems.put("413", "TOO_LARGE");
			problems.put("415", "UNSUPPORTED_MEDIA_TYPE");
		}
		if (changes && path.equals("/api/files")) {
			problems.put("400", "BAD_FILE_NAME, INCOMPLETE_BODY, INVALID_REQUEST, PATH_OUTSIDE_DATA_DIRECTORY");
			problems.put("409", "FILE_EXISTS, FILE_IN_USE, NOT_UPLOADED, UPLOADS_OFF");
			problems.put("503", "TOO_MANY_UPLOADS");
			problems.put("507", "NO_SPACE");
		}
		if (changes && path.equals("/api/session")) {
			problems.put("429", "TOO_MANY_LOGINS");
		}
		return problems;
	}

	private static void add(Operation operation, String status, String codes) {
		operation.getResponses()
			.addApiResponse(status,
					new ApiResponse().description(codes)
						.content(new Content().addMediaType("application/problem+json",
								new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
	}

}
