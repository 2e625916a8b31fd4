/**
 * What the tables should hold, counted from the files in the plainest way and without any
 * of the product's code.
 */
package io.planstream.testsupport.reference;
