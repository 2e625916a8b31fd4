/**
 * Shows the records of a topic.
 */
package io.planstream.local.topic;
