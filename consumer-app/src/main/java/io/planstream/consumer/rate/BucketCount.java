package io.planstream.consumer.rate;

/**
 * A bucket and what it holds.
 *
 * @param bucket 0, 1, 2 ...
 * @param rates how many prices it holds, at least 1
 */
public record BucketCount(int bucket, long rates) {
}
