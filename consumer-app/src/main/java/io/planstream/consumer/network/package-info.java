/**
 * Provider networks of issuers, as they stand in the table.
 */
package io.planstream.consumer.network;
