/**
 * Invents the market: which plans each state offers in each year, and what they are like.
 */
package io.planstream.generator.market;
