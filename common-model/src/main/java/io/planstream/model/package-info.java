/**
 * What every part of PlanStream agrees on: the contract version and the identity of a
 * run.
 */
package io.planstream.model;
