/**
 * The promise as tests: both applications as processes, killed and restarted, against an
 * independent count of the files.
 */
package io.planstream.endtoend;
