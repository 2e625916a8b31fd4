/**
 * Where rows take the facts of their plans from.
 */
package io.planstream.ingest.plan;
