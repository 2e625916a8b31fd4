/**
 * Where issuers sell plans: service areas and their counties, as they stand in the
 * tables.
 */
package io.planstream.consumer.area;
