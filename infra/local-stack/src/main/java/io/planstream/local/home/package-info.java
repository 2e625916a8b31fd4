/**
 * The folder that holds the local stack's state, credentials, logs and data.
 */
package io.planstream.local.home;
