/**
 * Business rules: the rows of BusinessRules.
 */
package io.planstream.model.businessrule;
