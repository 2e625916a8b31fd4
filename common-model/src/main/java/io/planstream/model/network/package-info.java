/**
 * Provider networks: the rows of Network.
 */
package io.planstream.model.network;
