/**
 * The application with real servers around it, for tests.
 */
package io.planstream.consumer.testing;
