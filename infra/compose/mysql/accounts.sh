#!/usr/bin/env bash
# Run by the MySQL image on an empty volume: the schema's character set, and the four accounts with the passwords of the
# environment. Only the migrator gets rights here; the migrations grant the others what they need. Can be run again.

# A shell of its own: the image reads a file without the executable bit into its own shell, whose options must stay.
(
  set -euo pipefail

  : "${MYSQL_DATABASE:?}" "${MYSQL_ROOT_PASSWORD:?}"
  : "${PLANSTREAM_MIGRATOR_PASSWORD:?}" "${PLANSTREAM_INGEST_PASSWORD:?}"
  : "${PLANSTREAM_CONSUMER_PASSWORD:?}" "${PLANSTREAM_READER_PASSWORD:?}"

  # A SQL literal: quotes and backslashes are doubled.
  literal() {
    local text=${1//\\/\\\\}
    printf "'%s'" "${text//\'/\'\'}"
  }

  account() {
    local password
    password=$(literal "$2")
    printf "create user if not exists '%s'@'%%' identified by %s;\n" "$1" "$password"
    printf "alter user '%s'@'%%' identified by %s;\n" "$1" "$password"
  }

  # shellcheck disable=SC2016 # the backticks are MySQL's
  statements() {
    printf 'create database if not exists `%s`;\n' "$MYSQL_DATABASE"
    printf 'alter database `%s` character set utf8mb4 collate utf8mb4_bin;\n' "$MYSQL_DATABASE"
    account planstream_migrator "$PLANSTREAM_MIGRATOR_PASSWORD"
    account planstream_ingest "$PLANSTREAM_INGEST_PASSWORD"
    account planstream_consumer "$PLANSTREAM_CONSUMER_PASSWORD"
    account planstream_reader "$PLANSTREAM_READER_PASSWORD"
    # in a grant an underscore of the schema's name would stand for any character
    printf "grant all privileges on \`%s\`.* to 'planstream_migrator'@'%%' with grant option;\n" "${MYSQL_DATABASE//_/\\_}"
  }

  # The administrator's password goes by a pipe: neither arguments nor files hold it.
  statements | mysql --defaults-extra-file=<(printf '[client]\npassword="%s"\n' "$MYSQL_ROOT_PASSWORD") --protocol=socket --user=root
)
