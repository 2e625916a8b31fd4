/**
 * Where issuers sell, and through which networks.
 */
package io.planstream.generator.territory;
