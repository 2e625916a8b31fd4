/**
 * The kinds of file PlanStream knows, recognised by the names in their header.
 */
package io.planstream.model.dataset;
