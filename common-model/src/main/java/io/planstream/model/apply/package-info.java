/**
 * The protocol that applies each record once: the position bars redelivery, the watermark
 * bars what is sent again. Both engines decide with these types.
 */
package io.planstream.model.apply;
