/**
 * What has to hold before the application can work: settings are checked, the database
 * and its schema are waited for.
 */
package io.planstream.consumer.start;
