/**
 * What Superset's importer takes, for tests that stand for it.
 */
package io.planstream.testsupport.superset;
