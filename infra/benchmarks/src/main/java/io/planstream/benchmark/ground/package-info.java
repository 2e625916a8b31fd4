/**
 * What contenders run on: servers of their own, files, and programs in processes of their
 * own.
 */
package io.planstream.benchmark.ground;
