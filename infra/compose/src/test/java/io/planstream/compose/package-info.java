/**
 * Checks of the stack for Docker Compose that need no Docker: the files against each
 * other, the scripts by running them, the images' contents by starting the applications
 * from them.
 */
package io.planstream.compose;
