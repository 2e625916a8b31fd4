/**
 * PlanStream itself: its applications alone and together.
 */
package io.planstream.benchmark.application;
