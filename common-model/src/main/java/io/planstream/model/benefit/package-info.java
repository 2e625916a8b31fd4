/**
 * Benefits: the rows of BenefitsCostSharing, and what they are counted by.
 */
package io.planstream.model.benefit;
