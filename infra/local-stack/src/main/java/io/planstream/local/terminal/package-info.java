/**
 * What a person reads: lines, tables, progress and problems with what to do about them.
 */
package io.planstream.local.terminal;
