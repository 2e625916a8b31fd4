/**
 * The commands that a person types.
 */
package io.planstream.local.command;
