/**
 * A broker and a database for tests: shared by the tests of one virtual machine, real,
 * and gone when it ends.
 */
package io.planstream.testsupport.server;
