/**
 * What a typical project does: Spring Batch's stock reader and writer, and entities saved
 * by JPA.
 */
package io.planstream.benchmark.stock;
