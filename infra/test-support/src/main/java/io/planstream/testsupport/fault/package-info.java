/**
 * Faults for tests: a network that fails, servers that can be killed and frozen, by the
 * ids of their processes.
 */
package io.planstream.testsupport.fault;
