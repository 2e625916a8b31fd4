/**
 * Who may do what over HTTP, and how refusals are told: the same for every application.
 */
package io.planstream.access;
